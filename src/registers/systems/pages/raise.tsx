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
import { TextArea } from '../../../ui/text-field.tsx';
import type { Aspect } from '../../information/vocabulary.ts';
import { systemTexts } from '../system.texts.ts';
import { LevelFields } from './level-fields.tsx';
import { systemPagesTexts } from './pages.texts.ts';
import './system.css';
import { type SystemRecord, useWhyNot } from './system-record.ts';

export default function RaisePage() {
  const id = useRouteParameter('id');
  const view = useView('system.record', { id });
  return <Loaded view={view}>{(system) => <Raise system={system} />}</Loaded>;
}

function Raise({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts);
  const reason = useWhyNot(system)(system.may.raise);
  return (
    <Page
      title={texts.record.raise}
      lead={texts.record.raiseLead}
      breadcrumbs={[
        { label: texts.list.title, to: '/register/system' },
        { label: system.name, to: `/register/system/${system.id}` },
      ]}
    >
      {reason === undefined ? <RaiseForm system={system} /> : <Notice>{reason}</Notice>}
    </Page>
  );
}

function RaiseForm({ system }: { readonly system: SystemRecord }) {
  const texts = useTexts(systemPagesTexts);
  const { fields } = useTexts(systemTexts);
  const raise = useAct('system.raise');
  const go = useGo();
  const here = `/register/system/${system.id}`;
  const form = useForm({
    initial: { levels: system.raised, reason: system.raisedReason },
    version: system.version,
    submit: (input, circumstances) => raise.run({ id: system.id, input, ...circumstances }),
    onSaved: () => go(here),
  });
  const above = (aspect: Aspect) => {
    const highest = system.highestCarried[aspect];
    return highest === null ? null : highest + 1;
  };
  return (
    <Form
      form={form}
      submitLabel={texts.record.saveRaise}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
    >
      <LevelFields
        {...form.field('levels')}
        label={fields.raised}
        emptyLabel={texts.record.noLevel}
        lowest={above}
      />
      <TextArea
        {...form.field('reason')}
        label={fields.reason}
        hint={texts.record.raiseReasonHint}
        maxLength={2000}
      />
    </Form>
  );
}
