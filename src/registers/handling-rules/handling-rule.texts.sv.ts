export const handlingRuleTextsSv = {
  name: 'Hanteringsregler',
  fields: {
    level: 'Nivå',
    activity: 'Hantering',
    carrier: 'Form',
    verdict: 'Regel',
    conditionSv: 'Villkor på svenska',
    conditionEn: 'Villkor på engelska',
    reason: 'Skäl till ändringen',
    seenVersion: 'Version',
  },
  refusals: {
    carrierNotForActivity: 'Den hanteringen görs inte i den formen.',
    conditionMissing: 'Skriv villkoret på båda språken: alla ska kunna läsa vad som gäller.',
    conditionNotAsked: 'Ett villkor hör bara till regeln ”med villkor”. Ta bort texten, eller ändra regeln.',
    nothingChanged: 'Inget har ändrats.',
  },
  events: {
    'handlingRule.set': 'ändrade en hanteringsregel',
    'handlingRule.defaultRestored': 'återställde hanteringsreglerna till Värnas förslag',
  },
  verdicts: {
    allowed: 'Tillåtet',
    conditional: 'Med villkor',
    forbidden: 'Inte tillåtet',
    none: 'Ingen regel',
  },
};
