export const verificationTextsSv = {
  name: 'Kontroller av loggen',
  fields: {
    size: 'Händelser',
    root: 'Rot',
    isWhole: 'Hel',
    erased: 'Gallrade',
    findingCount: 'Fynd',
    findings: 'Fynd',
    requestedAt: 'Begärd',
    verifiedAt: 'Kontrollerad',
  },
  refusals: { alreadyWaiting: 'En kontroll väntar redan på sin tur. Den görs inom kort.' },
  events: {
    'audit.verificationRequested': 'begärde en kontroll av loggen',
    'audit.verified': 'kontrollerade hela loggen',
  },
};
