export const retentionRuleTextsSv = {
  name: 'Gallring av loggen',
  fields: {
    family: 'Slag av händelser',
    months: 'Månader som innehållet sparas',
    decision: 'Gallringsbeslut',
    from: 'Gäller från',
    note: 'Anteckning',
    endedOn: 'Upphörde',
    reason: 'Skäl',
  },
  refusals: {
    tooShort: 'Så kort tid går inte att välja. Det minsta är {limit} månader.',
    tooSoon: 'Regeln kan börja gälla tidigast {earliest}, så att andra hinner se den innan något försvinner.',
    decisionMissing:
      'Gallring kräver ett beslut av en nämnd, eller på delegation. En verkställighetsåtgärd räcker inte.',
    decisionUnreadable: 'Beslutet går inte att läsa. Skriv det så här: {example}',
    decisionInFuture: 'Beslutet kan inte ligga i framtiden.',
    familyTaken: 'Det finns redan en regel för de händelserna. Ändra den i stället.',
    ended: 'Regeln har upphört och kan inte ändras.',
    nothingChanged: 'Inget har ändrats.',
  },
  events: {
    'retentionRule.decided': 'skrev in en gallringsregel för loggen',
    'retentionRule.set': 'ändrade en gallringsregel för loggen',
    'retentionRule.ended': 'avslutade en gallringsregel för loggen',
  },
  families: {
    reads: 'Läsningar',
    searches: 'Sökningar',
    disclosures: 'Exporter, utskrifter och utlämnanden',
    signIns: 'Inloggningar',
    refusals: 'Nekade försök',
    mail: 'E-postutskick',
    changes: 'Ändringar',
  },
};
