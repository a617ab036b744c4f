/** One unit of the example municipality: what it is called, what it lies under, how many work there. */
export interface UnitPlan {
  readonly key: string;
  readonly name: string;
  readonly under: string | null;
  readonly kind: 'unit' | 'process' | 'project';
  readonly entity: 'kommun' | 'bostader' | 'energi';
  readonly body: string | null;
  readonly people: number;
}

const unit = (
  key: string,
  name: string,
  under: string | null,
  body: string,
  people: number,
  kind: UnitPlan['kind'] = 'unit',
): UnitPlan => ({ key, name, under, kind, entity: 'kommun', body, people });

/** Forty units, as a small municipality has them: departments, their units, two processes and a project. */
export const unitPlans: readonly UnitPlan[] = [
  unit('ledning', 'Kommunledningskontoret', null, 'ks', 4),
  unit('kansli', 'Kansliet', 'ledning', 'ks', 7),
  unit('ekonomi', 'Ekonomienheten', 'ledning', 'ks', 9),
  unit('hr', 'HR-enheten', 'ledning', 'ks', 8),
  unit('it', 'It-enheten', 'ledning', 'ks', 7),
  unit('kommunikation', 'Kommunikation och näringsliv', 'ledning', 'ks', 4),
  unit('sakerhet', 'Säkerhet och beredskap', 'ledning', 'ks', 2),
  unit('budgetprocess', 'Budgetprocessen', 'ekonomi', 'ks', 0, 'process'),
  unit('bu', 'Barn- och utbildningsförvaltningen', null, 'bun', 5),
  unit('forskola-norr', 'Förskolan Blåsippan', 'bu', 'bun', 26),
  unit('forskola-soder', 'Förskolan Tallkotten', 'bu', 'bun', 24),
  unit('forskola-byn', 'Förskolan Ängen', 'bu', 'bun', 18),
  unit('centralskolan', 'Centralskolan', 'bu', 'bun', 62),
  unit('strandskolan', 'Strandskolan', 'bu', 'bun', 41),
  unit('bergsskolan', 'Bergsskolan', 'bu', 'bun', 33),
  unit('gymnasiet', 'Älvgymnasiet', 'bu', 'bun', 38),
  unit('elevhalsa', 'Elevhälsan', 'bu', 'bun', 12),
  unit('kulturskola', 'Kulturskolan', 'bu', 'bun', 7),
  unit('vux', 'Vuxenutbildningen', 'bu', 'bun', 9),
  unit('skolskjuts', 'Skolskjutsprocessen', 'bu', 'bun', 0, 'process'),
  unit('soc', 'Socialförvaltningen', null, 'sn', 6),
  unit('ifo', 'Individ- och familjeomsorgen', 'soc', 'sn', 21),
  unit('lss', 'Funktionsstöd', 'soc', 'sn', 44),
  unit('hemtjanst', 'Hemtjänsten', 'soc', 'sn', 58),
  unit('solgarden', 'Äldreboendet Solgården', 'soc', 'sn', 47),
  unit('bjorken', 'Äldreboendet Björken', 'soc', 'sn', 39),
  unit('hsl', 'Hälso- och sjukvårdsenheten', 'soc', 'sn', 18),
  unit('bistand', 'Biståndsenheten', 'soc', 'sn', 8),
  unit('trygghet', 'Projekt Trygg digital hemtjänst', 'hemtjanst', 'sn', 0, 'project'),
  unit('sbf', 'Samhällsbyggnadsförvaltningen', null, 'bmn', 4),
  unit('bygg', 'Bygglov och kartor', 'sbf', 'bmn', 8),
  unit('miljo', 'Miljö och hälsoskydd', 'sbf', 'bmn', 6),
  unit('va', 'Vatten och avlopp', 'sbf', 'ks', 14),
  unit('gata', 'Gata och park', 'sbf', 'ks', 16),
  unit('fastighet', 'Fastighet och lokalvård', 'sbf', 'ks', 34),
  unit('raddning', 'Räddningstjänsten', 'sbf', 'ks', 12),
  unit('bibliotek', 'Biblioteken', 'bu', 'bun', 9),
  unit('fritid', 'Fritid och ungdom', 'bu', 'bun', 8),
  {
    key: 'bostader',
    name: 'Exempelbostäder',
    under: null,
    kind: 'unit',
    entity: 'bostader',
    body: null,
    people: 11,
  },
  {
    key: 'energi',
    name: 'Exempel Energi',
    under: null,
    kind: 'unit',
    entity: 'energi',
    body: null,
    people: 13,
  },
];
