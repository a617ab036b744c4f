export const personSourceTextsSv = {
  name: 'Källor till personer',
  fields: {
    kind: 'Personer',
    name: 'Namn',
    intervalDays: 'Dagar mellan avstämningar',
    synchronisedOn: 'Senast avstämd',
    endedOn: 'Upphörde',
    reason: 'Skäl',
  },
  refusals: {
    nameTaken: 'Det finns redan en källa med det namnet för samma slags personer.',
    ended: 'Källan används inte längre.',
    nothingChanged: 'Inget har ändrats.',
  },
  events: {
    'personSource.registered': 'förde in källan',
    'personSource.described': 'ändrade uppgifterna om källan',
    'personSource.synchronised': 'stämde av personerna mot källan',
    'personSource.ended': 'slutade använda källan',
  },
};
