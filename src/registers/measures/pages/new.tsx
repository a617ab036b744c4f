import type { Id } from '../../../kernel/ids.ts';
import { useAddress } from '../../../clauses/pages/address.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { isPointable } from '../../record-reference.ts';
import { measureTexts } from '../measure.texts.ts';
import { MeasureFields, measureInputOf, type MeasureValues } from './measure-fields.tsx';
import { readSource } from './new-address.ts';
import { measurePagesTexts } from './pages.texts.ts';

/** A new measure; the address may say what it comes from and where it is to be done. */
export default function NewMeasure() {
  const { form: texts, list } = useTexts(measurePagesTexts);
  const address = useAddress();
  const register = useAct('measure.register');
  const go = useGo();
  const { source, clause, unit, name } = readSource(address.read);
  const initial: MeasureValues = {
    title: '',
    description: '',
    unitId: unit?.value ?? '',
    ownerKind: 'office',
    ownerPersonId: '',
    ownerOffice: '',
    dueOn: '',
    cost: null,
    secrecyProvisions: [],
  };
  const form = useForm({
    initial,
    submit: (values, circumstances) =>
      register.run({
        input: {
          ...measureInputOf(values),
          source:
            source !== null && isPointable(source.register)
              ? { register: source.register, id: source.id as Id<string> } // from the record's own page
              : null,
          clause,
        },
        ...circumstances,
      }),
    onSaved: ({ id }) => go(`/atgarder/${id}`),
  });
  return (
    <Page title={texts.newTitle} lead={texts.newLead} breadcrumbs={[{ label: list.title, to: '/atgarder' }]}>
      <From clause={clause} name={name} isOfCase={source?.register === 'incident'} />
      <Form
        form={form}
        submitLabel={texts.create}
        labels={useTexts(measureTexts).fields}
        secondary={<LinkButton to="/atgarder">{texts.cancel}</LinkButton>}
      >
        <MeasureFields form={form} unit={unit} />
      </Form>
    </Page>
  );
}

interface FromProps {
  readonly clause: string | null;
  readonly name: string;
  readonly isOfCase: boolean;
}

function From({ clause, name, isOfCase }: FromProps) {
  const texts = useTexts(measurePagesTexts).form;
  if (clause === null && name === '') return null;
  return (
    <Notice>
      {name === '' ? null : <p>{texts.source(name)}</p>}
      {isOfCase ? <p>{texts.ofCase}</p> : null}
      {clause === null ? null : <p>{texts.clause(clause)}</p>}
    </Notice>
  );
}
