import type { PersonId } from '../../../kernel/ids.ts';
import { PersonField } from '../../../people/pages/choice-fields.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { incidentTexts } from '../incident.texts.ts';
import { type CaseRecord, useWhyNot } from './case-record.ts';
import {
  FactsFields,
  factsInputOf,
  factsOf,
  type FactsValues,
  SecrecyFields,
  type SecrecyValues,
} from './facts-form.tsx';
import { incidentPagesTexts } from './pages.texts.ts';

/** The first look at a report: what it is, and what follows. */
export default function TriagePage() {
  const id = useRouteParameter('id');
  const view = useView('incident.record', { id });
  return <Loaded view={view}>{(record) => <Triage record={record} />}</Loaded>;
}

function Triage({ record }: { readonly record: CaseRecord }) {
  const { list, record: words, form: texts } = useTexts(incidentPagesTexts);
  const reason = useWhyNot()(record.may.triage);
  return (
    <Page
      title={words.triage}
      lead={texts.triageLead}
      breadcrumbs={[
        { label: list.title, to: '/handelser' },
        { label: record.title ?? words.untitled, to: `/handelser/${record.id}` },
      ]}
    >
      <blockquote>{record.description}</blockquote>
      {reason === undefined ? <TriageForm record={record} /> : <Notice>{reason}</Notice>}
    </Page>
  );
}

function TriageForm({ record }: { readonly record: CaseRecord }) {
  const { form: texts } = useTexts(incidentPagesTexts);
  const { fields } = useTexts(incidentTexts);
  const triage = useAct('incident.triage');
  const go = useGo();
  const here = `/handelser/${record.id}`;
  const initial: FactsValues & SecrecyValues & { readonly handlerId: string } = {
    ...factsOf(record),
    handlerId: '',
    secret: false,
    secretParts: [],
    secrecyProvision: '',
    secrecyReason: '',
  };
  const form = useForm({
    initial,
    version: record.version,
    submit: (values, circumstances) => {
      const { secret, secretParts, secrecyProvision, secrecyReason, handlerId, ...facts } = values;
      const secrecy = { secret, secretParts: [...secretParts], secrecyProvision, secrecyReason };
      return triage.run({
        id: record.id,
        input: {
          ...factsInputOf(facts, record),
          ...secrecy,
          handlerId: handlerId === '' ? null : (handlerId as PersonId), // found in the register
        },
        ...circumstances,
      });
    },
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.triage}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
    >
      <FactsFields form={form} record={record} />
      <PersonField
        {...form.field('handlerId')}
        label={fields.handlerId}
        hint={texts.handlerHint}
        isOptional
      />
      <SecrecyFields form={form} />
    </Form>
  );
}
