import type { ViewMap } from '../../../ui/api-types.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form, FormGroup } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { someOptions } from '../../information/pages/options.ts';
import { responsibleOffices } from '../plan-content.ts';
import { planTexts } from '../plan.texts.ts';
import { ContactFields, StepFields } from './content-fields.tsx';
import { contentOf, type ContentValues, contentValues } from './content-values.ts';
import { SystemField } from './object-field.tsx';
import { planPagesTexts } from './pages.texts.ts';

type Plan = ViewMap['plan.record']['answer'];
type Draft = NonNullable<Plan['draft']>;

export default function WritePlan() {
  const id = useRouteParameter('id');
  const { write: texts, list } = useTexts(planPagesTexts);
  const view = useView('plan.record', { id });
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      breadcrumbs={[
        { label: list.title, to: '/planer' },
        { label: view.data?.name ?? '', to: `/planer/${id}` },
      ]}
    >
      <Loaded view={view}>
        {(plan) =>
          plan.draft === null ? (
            <Notice>{texts.noDraft}</Notice>
          ) : (
            <WriteForm plan={plan} draft={plan.draft} />
          )
        }
      </Loaded>
    </Page>
  );
}

function WriteForm({ plan, draft }: { readonly plan: Plan; readonly draft: Draft }) {
  const { write: texts, form: words } = useTexts(planPagesTexts);
  const { fields, responsibles } = useTexts(planTexts);
  const write = useAct('plan.write');
  const go = useGo();
  const here = `/planer/${plan.id}`;
  const form = useForm({
    initial: contentValues(draft.content),
    version: plan.version,
    draftKey: `plan ${plan.id} ${plan.version}`,
    submit: (values, circumstances) => write.run({ id: plan.id, input: contentOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  const offices = plan.systemId === null ? responsibleOffices.slice(2) : responsibleOffices;
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={fields}
      describe={(name, value) => sayIn(name, value, draft.content.systems, responsibles)}
      secondary={<LinkButton to={here}>{words.cancel}</LinkButton>}
    >
      <Select
        {...form.field('responsible')}
        label={fields.responsible}
        options={someOptions(offices, responsibles)}
      />
      <HourFields form={form} />
      <StepFields form={form} />
      <ContactFields form={form} />
      <FormGroup title={texts.leans}>
        <DependencyFields form={form} systems={draft.content.systems} />
        <TextArea
          {...form.field('suppliers')}
          value={form.values.suppliers.join('\n')}
          onChange={(text) => form.set('suppliers', text.split('\n'))}
          label={fields.suppliers}
          hint={texts.suppliersHint}
          isOptional
        />
      </FormGroup>
      <TextField {...form.field('paperPlace')} label={fields.paperPlace} hint={texts.paperHint} isOptional />
    </Form>
  );
}

/** What a value is called where two versions are shown, when that is not the value itself. */
function sayIn(
  name: string,
  value: unknown,
  systems: Draft['content']['systems'],
  responsibles: Readonly<Record<string, string>>,
): string {
  const nameOf = (id: unknown) => systems.find((one) => one.id === id)?.name ?? '–';
  if (name === 'systemIds' && Array.isArray(value)) return value.map(nameOf).join(', ');
  if (name === 'responsible') return responsibles[String(value)] ?? '';
  return said(value);
}

/** Rows as their words, one after another. */
function said(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value === null || value === undefined) return '–';
  return (Array.isArray(value) ? value : Object.values(value))
    .map(said)
    .filter((one) => one !== '')
    .join(', ');
}

interface PartProps {
  readonly form: FormState<ContentValues>;
}

function HourFields({ form }: PartProps) {
  const texts = useTexts(planPagesTexts).write;
  const { fields } = useTexts(planTexts);
  const unit = texts.hoursUnit;
  // A draft may be saved without them; a decision needs all three.
  return (
    <FormGroup title={texts.hours}>
      <NumberField
        {...form.field('recoveryHours')}
        label={fields.recoveryHours}
        hint={texts.recoveryHint}
        unit={unit}
        isOptional
      />
      <NumberField
        {...form.field('lossHours')}
        label={fields.lossHours}
        hint={texts.lossHint}
        unit={unit}
        isOptional
      />
      <NumberField
        {...form.field('longestOutageHours')}
        label={fields.longestOutageHours}
        hint={texts.outageHint}
        unit={unit}
        isOptional
      />
    </FormGroup>
  );
}

/** The systems that the plan leans on: those chosen, each with a way out, and a field for one more. */
function DependencyFields({ form, systems }: PartProps & { readonly systems: Draft['content']['systems'] }) {
  const texts = useTexts(planPagesTexts).write;
  const { fields } = useTexts(planTexts);
  const choices = useView('system.choices').data?.items ?? [];
  const names = new Map([...systems, ...choices].map(({ id, name }) => [id, name]));
  const chosen = form.values.systemIds;
  const error = form.field('systemIds').error;
  return (
    <div className="plan-chosen" id={form.fieldId('systemIds')} tabIndex={-1}>
      <h3>{fields.systemIds}</h3>
      {error === undefined ? null : <div className="field-error">{error}</div>}
      {chosen.length === 0 ? null : (
        <ul>
          {chosen.map((id) => (
            <li key={id}>
              {names.get(id) ?? '–'}{' '}
              <Button
                size="small"
                look="quiet"
                onClick={() =>
                  form.set(
                    'systemIds',
                    chosen.filter((one) => one !== id),
                  )
                }
              >
                {texts.remove}
                <span className="visually-hidden"> {names.get(id)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SystemField
        key={chosen.length}
        label={texts.addSystem}
        isOptional
        value=""
        onChange={(id) => {
          if (id !== '' && !chosen.includes(id)) form.set('systemIds', [...chosen, id]);
        }}
      />
    </div>
  );
}
