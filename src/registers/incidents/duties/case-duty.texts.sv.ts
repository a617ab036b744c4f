/** Words of a case's duties and reports, which are part of those of the register of events. */
export const dutyFieldsSv = {
  party: 'Vem det rör',
  stage: 'Steg',
  sentAt: 'Skickat',
  channel: 'Hur det skickades',
  caseNumber: 'Mottagarens ärendenummer',
  receiptId: 'Kvitto',
  askedAt: 'När de frågade',
  dueAt: 'När svaret ska lämnas',
  reportId: 'Rapport',
  'report.number': 'Del',
  said: 'Rapportens text',
  contentHash: 'Rapportens kontrollsumma (SHA-256)',
  alone: 'Godkänd av den som skrev',
  aloneReason: 'Varför ingen annan godkänner',
  receivedAt: 'När svaret kom',
};

export const dutyRefusalsSv = {
  partyHasDone: 'Något är redan gjort eller beslutat för dem. Det försvinner inte, så de står kvar.',
  hasReports: 'Rapporter är skickade för ärendet. Koppla ihop ärendena i stället för att slå ihop dem.',
  stageUnknown: 'Steget finns inte.',
  needsReport: 'Steget har en rapport. Skriv den först, och anteckna att den är skickad.',
  noReportToWrite: 'Steget har ingen rapport att skriva i Värna.',
  draftWaits: 'Det finns redan en rapport som inte är skickad. Fortsätt på den.',
  notAsked: 'En begäran kan bara antecknas för det som lämnas på begäran.',
  reportUnknown: 'Rapporten finns inte.',
  frozen: 'Rapporten är godkänd och kan inte ändras. Öppna den igen om något är fel.',
  fieldUnknown: 'Fältet hör inte till rapporten.',
  fieldsMissing: 'Några obligatoriska fält är tomma. Skriv det du vet, eller att det inte är känt ännu.',
  sameWriter: 'Du har skrivit i rapporten. Någon som inte har gjort det behöver godkänna den.',
  aloneReasonMissing: 'Skriv varför ingen annan kan godkänna just nu.',
  notApproved: 'Rapporten är inte godkänd.',
  notSent: 'Rapporten är inte skickad.',
};

export const dutyEventsSv = {
  'incident.dutyDone': 'antecknade att en plikt är gjord',
  'incident.reportRequested': 'antecknade att en myndighet har begärt en rapport',
  'incident.reportDrafted': 'började på en rapport till en myndighet',
  'incident.reportWritten': 'skrev i en rapport till en myndighet',
  'incident.reportApproved': 'godkände en rapport till en myndighet',
  'incident.reportReopened': 'öppnade en godkänd rapport igen',
  'incident.reportSent': 'antecknade att en rapport är skickad',
  'incident.replyReceived': 'antecknade en myndighets svar',
};
