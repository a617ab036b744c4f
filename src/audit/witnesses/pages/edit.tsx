import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { witnessTexts } from '../witness.texts.ts';
import type { WitnessRecord } from './outcome.tsx';
import { witnessPagesTexts } from './pages.texts.ts';
import { WitnessFields, witnessInputOf, type WitnessValues } from './witness-form.tsx';

export default function EditWitness() {
  const id = useRouteParameter('id');
  const view = useView('witness.record', { id });
  return <Loaded view={view}>{(witness) => <EditForm witness={witness} />}</Loaded>;
}

function EditForm({ witness }: { readonly witness: WitnessRecord }) {
  const texts = useTexts(witnessPagesTexts);
  const { fields } = useTexts(witnessTexts);
  const describe = useAct('witness.describe');
  const go = useGo();
  const here = `/loggen/vittnen/${witness.id}`;
  const initial: WitnessValues = {
    // The public page has no form of its own to be changed by; the server says so.
    kind: witness.kind === 'public' ? '' : witness.kind,
    name: witness.name,
    contact: witness.contact,
    addresses: witness.addresses.join('\n'),
    folder: witness.folder ?? '',
    url: witness.url ?? '',
    schedule: witness.schedule,
    verifierKey: witness.verifierKey ?? '',
    from: witness.from,
    until: witness.until ?? '',
  };
  const form = useForm({
    initial,
    version: witness.version,
    submit: (values, circumstances) =>
      describe.run({ id: witness.id, input: witnessInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  return (
    <Page
      title={texts.form.editTitle}
      breadcrumbs={[
        { label: texts.list.title, to: '/loggen/vittnen' },
        { label: witness.name, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.form.save}
        labels={fields}
        secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
      >
        <WitnessFields form={form} isNew={false} />
      </Form>
    </Page>
  );
}
