import { useState } from 'react';
import { dayOf } from '../../../kernel/calendar.ts';
import { parseDay } from '../../../kernel/format.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Problem } from '../../../ui/client.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { useGo, useHistory } from '../../../ui/link.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState, Loading, Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import type { Plan } from '../units/plan.ts';
import { unitTexts } from '../units/unit.texts.ts';
import { ConsequencesList } from './consequences-section.tsx';
import './organisation.css';
import { organisationPagesTexts, reorganiseTexts } from './pages.texts.ts';
import { planFrom, stepWords } from './plan-words.ts';
import { StepBuilder } from './step-builder.tsx';
import type { TreeUnit } from './unit-tree.tsx';

const here = '/organisation/omorganisera';

export default function ReorganisePage() {
  const texts = useTexts(reorganiseTexts);
  const organisation = useTexts(organisationPagesTexts);
  const view = useView('unit.tree');
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[{ label: organisation.title, to: '/organisation' }]}
    >
      <Loaded view={view}>
        {({ items, may }) =>
          may.reorganise.allowed ? <Guided units={items} /> : <EmptyState title={texts.noneMay} />
        }
      </Loaded>
    </Page>
  );
}

/** The plan is kept in the address, so that it can be saved as a link and sent to whoever is to decide. */
function usePlan(): [Plan, (plan: Plan) => void] {
  const { filters } = useListState({ filters: ['plan'] });
  const history = useHistory();
  const [plan, setPlan] = useState<Plan>(
    () => planFrom(filters['plan']?.[0]) ?? { effectiveOn: dayOf(new Date()), steps: [] },
  );
  const change = (next: Plan) => {
    setPlan(next);
    history.replace(`${here}?${new URLSearchParams({ plan: JSON.stringify(next) }).toString()}`);
  };
  return [plan, change];
}

function Guided({ units }: { readonly units: readonly TreeUnit[] }) {
  const texts = useTexts(reorganiseTexts);
  const [plan, setPlan] = usePlan();
  const isReady = plan.steps.length > 0 && parseDay(plan.effectiveOn) !== undefined;
  const [isDeciding, setDeciding] = useState(false);
  const asked = JSON.stringify(plan);
  const preview = useView('unit.preview', { query: { plan: asked }, isEnabled: isReady && !isDeciding });
  // While a changed plan is worked out, the answer at hand is to the one before.
  const current = isReady && preview.data?.plan === asked ? preview.data : undefined;
  return (
    <>
      <Steps units={units} plan={plan} onChange={setPlan} />
      <Section title={texts.when}>
        <DateField
          label={texts.effectiveOn}
          hint={texts.effectiveHint}
          value={plan.effectiveOn}
          onChange={(effectiveOn) => setPlan({ ...plan, effectiveOn })}
        />
      </Section>
      <Section title={texts.consequences}>
        {isReady ? null : <p className="soft">{texts.noPlan}</p>}
        {isReady && current === undefined && preview.problem === undefined ? <Loading lines={3} /> : null}
        {isReady && preview.problem !== undefined ? (
          <Notice kind="danger" isNews>
            <p>{preview.problem.message}</p>
          </Notice>
        ) : null}
        {current === undefined ? null : <ConsequencesList preview={current} />}
      </Section>
      {current === undefined ? null : (
        <Decide plan={plan} preview={current} onChanged={preview.reload} onDeciding={setDeciding} />
      )}
    </>
  );
}

interface StepsProps {
  readonly units: readonly TreeUnit[];
  readonly plan: Plan;
  readonly onChange: (plan: Plan) => void;
}

function Steps({ units, plan, onChange }: StepsProps) {
  const texts = useTexts(reorganiseTexts);
  const language = useLanguage();
  const { filters } = useListState({ filters: ['enhet'] });
  const names = new Map<string, string>(units.map((unit) => [unit.id, unit.name]));
  const from = filters['enhet']?.[0] ?? '';
  const given = names.has(from) ? { value: from, label: names.get(from) ?? '' } : null;
  const without = (index: number) =>
    onChange({ ...plan, steps: plan.steps.filter((_, nth) => nth !== index) });
  return (
    <Section title={texts.what}>
      {plan.steps.length === 0 ? (
        <p className="soft">{texts.noSteps}</p>
      ) : (
        <ol className="org-steps">
          {plan.steps.map((step, index) => {
            const words = stepWords(step, (id) => names.get(id), texts, language);
            return (
              <li key={`${index} ${words}`}>
                <span>{words}</span>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={texts.removeLabel(words)}
                  onClick={() => without(index)}
                >
                  {texts.remove}
                </Button>
              </li>
            );
          })}
        </ol>
      )}
      <StepBuilder
        // A new box for each step.
        key={plan.steps.length}
        units={units}
        given={plan.steps.length === 0 ? given : null}
        onAdd={(step) => onChange({ ...plan, steps: [...plan.steps, step] })}
      />
    </Section>
  );
}

interface DecideProps {
  readonly plan: Plan;
  readonly preview: ViewMap['unit.preview']['answer'];
  /** The units have changed since the preview: it must be fetched anew. */
  readonly onChanged: () => void;
  /** While it is carried out, and after, the plan is not worked out anew: its units have ended. */
  readonly onDeciding: (isDeciding: boolean) => void;
}

function Decide({ plan, preview, onChanged, onDeciding }: DecideProps) {
  const texts = useTexts(reorganiseTexts);
  const organisation = useTexts(organisationPagesTexts);
  const { fields } = useTexts(unitTexts);
  const reorganise = useAct('unit.reorganise');
  const go = useGo();
  const seen = preview.seen.map(({ unitId, version }) => ({ unitId: unitId as UnitId, version })); // as the server named them
  const form = useForm({
    initial: { decision: '', reason: '' },
    draftKey: 'reorganisation',
    submit: async (values, { confirm = [] }) => {
      onDeciding(true);
      try {
        return await reorganise.run({ input: { ...plan, ...values, seen }, confirm });
      } catch (cause) {
        onDeciding(false);
        if (!(cause instanceof Problem) || cause.code !== 'versionMoved') throw cause;
        // There is no choosing between versions here: the consequences are read again.
        onChanged();
        const detail = texts.changedMeanwhile;
        throw new Problem({
          type: cause.body.type,
          title: detail,
          detail,
          status: 422,
          code: 'changedMeanwhile',
        });
      }
    },
    onSaved: () => go('/organisation'),
  });
  return (
    <Section title={texts.decide} lead={texts.decideLead}>
      <Form
        form={form}
        submitLabel={texts.submit}
        secondary={<LinkButton to="/organisation">{organisation.cancel}</LinkButton>}
      >
        <TextField {...form.field('decision')} label={fields.decision} hint={texts.decisionHint} />
        <TextArea {...form.field('reason')} label={fields.reason} hint={texts.reasonHint} rows={3} />
      </Form>
    </Section>
  );
}
