import { dayOf } from '../../../kernel/calendar.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { TextArea } from '../../../ui/text-field.tsx';
import { systemTexts } from '../system.texts.ts';
import { LevelFields } from './level-fields.tsx';
import { systemPagesTexts } from './pages.texts.ts';
import './system.css';
import { type SystemRecord, useWhyNot } from './system-record.ts';

export default function ProvePage() {
  const id = useRouteParameter('id');
  const view = useView('system.record', { id });
  return <Loaded view={view}>{(system) => <Prove system={system} />}</Loaded>;
}

function Prove({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts);
  const reason = useWhyNot(system)(system.may.prove);
  return (
    <Page
      title={texts.record.prove}
      lead={texts.record.proveLead}
      breadcrumbs={[
        { label: texts.list.title, to: '/register/system' },
        { label: system.name, to: `/register/system/${system.id}` },
      ]}
    >
      {reason === undefined ? <ProveForm system={system} /> : <Notice>{reason}</Notice>}
    </Page>
  );
}

function ProveForm({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts);
  const { fields } = useTexts(systemTexts);
  const prove = useAct('system.prove');
  const go = useGo();
  const here = `/register/system/${system.id}`;
  const form = useForm({
    initial: { levels: system.proven, evidence: '', provenOn: dayOf(new Date()) },
    version: system.version,
    submit: (input, circumstances) => prove.run({ id: system.id, input, ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.record.saveProof}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
    >
      <LevelFields {...form.field('levels')} label={fields.levels} emptyLabel={texts.record.notProven} />
      <TextArea
        {...form.field('evidence')}
        label={fields.evidence}
        hint={texts.record.evidenceHint}
        maxLength={2000}
      />
      <DateField {...form.field('provenOn')} label={fields.provenOn} />
    </Form>
  );
}
