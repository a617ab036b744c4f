/**
 * The actions that mend what clauses find, by their operationId. One list, so that a test can hold it against the
 * actions there are.
 */
export const mending = {
  appoint: 'appointment.begin',
  describeAppointment: 'appointment.describe',
  endAppointment: 'appointment.end',
  declareEntityComplete: 'entity.declareRegisterComplete',
  declareBodyComplete: 'body.declareRegisterComplete',
  reportEntityOfficer: 'entity.reportOfficer',
  reportBodyOfficer: 'body.reportOfficer',
  registerBody: 'body.register',
  describeBody: 'body.describe',
  registerUnit: 'unit.register',
  declareCarriers: 'unit.declareCarriers',
  registerPerson: 'person.register',
  registerPersonSource: 'personSource.register',
  synchronisePersons: 'personSource.synchronised',
  classify: 'information.classify',
  decideHandling: 'information.decideHandling',
  declareHandling: 'information.declareHandling',
  withdrawHandling: 'information.withdrawHandling',
  setHandlingRule: 'handlingRule.set',
  proveProtection: 'system.prove',
  importPolicy: 'documentVersion.importPolicy',
  adoptPolicy: 'documentVersion.adopt',
  keepDocument: 'document.keep',
  tieSentence: 'documentVersion.tie',
  attestPublication: 'publicationPlace.attest',
  checkPublication: 'publicationPlace.check',
  registerPublicationPlace: 'publicationPlace.register',
} as const;
