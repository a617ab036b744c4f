import { useState } from 'react';
import { History } from '../../../audit/pages/history.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { ErrorPage, Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { ReasonDialog } from '../../information/pages/reason-dialog.tsx';
import { defaultOwnerTexts } from '../default-owner.texts.ts';
import type { OwnerRow } from './owners.tsx';
import { ownerPagesTexts } from './pages.texts.ts';
import { ruleBindings, RuleFields, ruleInputOf, type RuleValues } from './rule-fields.tsx';

export default function EditArea() {
  const id = useRouteParameter('id');
  const view = useView('defaultOwner.list');
  return (
    <Loaded view={view}>
      {({ items, may }) => {
        const row = items.find((one) => one.id === id);
        return row === undefined ? (
          <ErrorPage kind="notFound" />
        ) : (
          <Area row={row} mayEdit={may.edit.allowed} />
        );
      }}
    </Loaded>
  );
}

function Area({ row, mayEdit }: { readonly row: OwnerRow; readonly mayEdit: boolean }) {
  const texts = useTexts(ownerPagesTexts);
  const end = useAct('defaultOwner.end');
  const go = useGo();
  const [isEnding, setEnding] = useState(false);
  const { id, version } = row;
  const more = mayEdit ? [{ key: 'end', label: texts.end, onAction: () => setEnding(true) }] : [];
  return (
    <Page
      title={row.name}
      breadcrumbs={[{ label: texts.title, to: '/informationsagare' }]}
      more={more}
      aside={<History register="defaultOwner" id={id} />}
    >
      {mayEdit ? (
        <>
          <Section title={texts.ruleTitle}>
            <RuleForm row={row} />
          </Section>
          <Section title={texts.areaTitle}>
            <AreaForm row={row} key={version} />
          </Section>
        </>
      ) : (
        <Notice>{texts.forbidden}</Notice>
      )}
      {isEnding ? (
        <ReasonDialog
          title={texts.endTitle}
          label={texts.endReason}
          confirmLabel={texts.end}
          cancelLabel={texts.cancel}
          version={version}
          onClose={() => setEnding(false)}
          run={async (reason, circumstances) => {
            await end.run({ id, version, input: { reason }, ...circumstances });
            go('/informationsagare');
          }}
        >
          <p>{texts.endText}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  );
}

function RuleForm({ row }: { readonly row: OwnerRow }) {
  const texts = useTexts(ownerPagesTexts);
  const { fields } = useTexts(defaultOwnerTexts);
  const set = useAct('defaultOwner.set');
  const go = useGo();
  const initial: RuleValues = {
    holder: row.holder,
    office: row.office ?? '',
    unitId: row.unitId ?? '',
    bodyId: row.bodyId ?? '',
    decision: row.decision ?? '',
  };
  const form = useForm({
    initial,
    version: row.version,
    submit: (values, circumstances) =>
      set.run({ id: row.id, input: ruleInputOf(values, row.entityId), ...circumstances }),
    onSaved: () => go('/informationsagare'),
  });
  const optionOf = (value: string | null, label: string | null) =>
    value === null || label === null ? undefined : { value, label };
  return (
    <Form
      form={form}
      submitLabel={texts.ruleSave}
      labels={fields}
      secondary={<LinkButton to="/informationsagare">{texts.cancel}</LinkButton>}
    >
      <RuleFields
        fields={ruleBindings(form)}
        unit={optionOf(row.unitId, row.unitName)}
        body={optionOf(row.bodyId, row.bodyName)}
      />
    </Form>
  );
}

function AreaForm({ row }: { readonly row: OwnerRow }) {
  const texts = useTexts(ownerPagesTexts);
  const { fields } = useTexts(defaultOwnerTexts);
  const describe = useAct('defaultOwner.describe');
  const form = useForm({
    initial: { name: row.name, examples: row.examples },
    version: row.version,
    submit: (input, circumstances) => describe.run({ id: row.id, input, ...circumstances }),
  });
  return (
    <Form form={form} submitLabel={texts.areaSave} labels={fields}>
      <TextField {...form.field('name')} label={fields.name} />
      <TextField {...form.field('examples')} label={fields.examples} hint={texts.examplesHint} isOptional />
    </Form>
  );
}
