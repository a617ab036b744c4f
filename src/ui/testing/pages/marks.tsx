import { Menu } from '../../menu.tsx';
import { EmptyState, Loading, Notice } from '../../notice.tsx';
import { Page, Section } from '../../page.tsx';
import { Tree } from '../../tree.tsx';
import { ShareFigure, VerdictMark } from '../../verdict-mark.tsx';

const verdicts = [
  'met',
  'partly',
  'not_met',
  'undetermined',
  'not_applicable',
  'not_in_force',
  'overdue',
] as const;
const leaf = (id: string, label: string) => ({ id, label, to: `/organisation/${id}`, children: [] });
const units = [
  {
    id: '1',
    label: 'Kommunstyrelsen',
    to: '/organisation/1',
    note: '12 enheter',
    children: [
      {
        id: '2',
        label: 'Kommunledningskontoret',
        to: '/organisation/2',
        note: 'Anna Berg',
        children: [leaf('4', 'IT')],
      },
      leaf('3', 'Socialtjänsten'),
    ],
  },
];

/** Marks, words and trees. */
export default function GalleryMarks() {
  return (
    <Page
      title="Informationssäkerhetspolicy"
      lead="Kommunens policy, och hur långt vi har kommit med varje krav."
    >
      <Section title="Klassificering" lead="Så märks varje krav.">
        <p className="document">
          All information ska klassas efter hur viktig den är för verksamheten och för dem den handlar om. Den
          som äger informationen avgör klassen och skriver varför.
        </p>
        <div className="row">
          {verdicts.map((verdict) => (
            <VerdictMark key={verdict} verdict={verdict} />
          ))}
        </div>
        <ShareFigure numerator={163} denominator={1800} to="/register/system" label="klassade" />
      </Section>
      <Section title="Organisation">
        <Tree label="Enheter" nodes={units} />
      </Section>
      <Section title="Meddelanden">
        {(['note', 'success', 'warning', 'danger'] as const).map((kind) => (
          <Notice key={kind} kind={kind}>
            Mätningen gjordes i dag.
          </Notice>
        ))}
        <EmptyState title="Inga system ännu">Börja med de system som rör personuppgifter.</EmptyState>
        <Menu label="Visa" actions={[{ key: 'a', label: 'Allt', to: '/policyn' }]} />
        <Loading lines={3} />
      </Section>
    </Page>
  );
}
