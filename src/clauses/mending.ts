/**
 * The actions that mend what clauses find, by their operationId. One list, so that a test can hold it against the
 * actions there are.
 */
export const mending = {
  appoint: 'appointment.appoint',
  editEntity: 'entity.edit',
  editBody: 'body.edit',
  declareCarriers: 'unit.declareCarriers',
  editPersonSource: 'personSource.edit',
  classify: 'information.classify',
  decideHandling: 'information.decideHandling',
  declareHandling: 'information.declareHandling',
  withdrawHandling: 'information.withdrawHandling',
  editHandlingRule: 'handlingRule.edit',
  proveProtection: 'system.proveProtection',
  adoptDocument: 'document.adopt',
  editDocument: 'document.edit',
  tieSentence: 'sentence.tie',
  attestPublication: 'publicationPlace.attest',
  addPublicationPlace: 'publicationPlace.add',
} as const;
