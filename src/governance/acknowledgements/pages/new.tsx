import { addDays, dayOf } from '../../../kernel/calendar.ts';
import type { Id, UnitId } from '../../../kernel/ids.ts';
import type { Office } from '../../../kernel/offices.ts';
import { officeTexts } from '../../../people/offices.texts.ts';
import { type PersonKind, personKinds } from '../../../people/person.facts.ts';
import { personTexts } from '../../../people/persons/person.texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Checkbox, CheckboxGroup } from '../../../ui/checkbox.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { optionsOf, someOptions } from '../../../registers/information/pages/options.ts';
import { UnitField } from '../../../registers/information/pages/unit-field.tsx';
import { withoutBlanks } from '../../../registers/information/pages/without-blanks.ts';
import { campaignTexts } from '../campaign.texts.ts';
import { campaignPagesTexts } from './pages.texts.ts';
import { Preview } from './preview.tsx';

type Choices = ViewMap['campaign.choices']['answer'];

/** What the form holds; one unit and one office are enough for nearly all, and the register takes several. */
export interface CampaignValues {
  readonly documentId: string;
  readonly title: string;
  readonly message: string;
  readonly kinds: readonly PersonKind[];
  readonly unitId: string;
  readonly office: Office | '';
  readonly externalParties: boolean;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reminderDays: string;
}

export default function NewCampaign() {
  const { begin: texts, list } = useTexts(campaignPagesTexts);
  const choices = useView('campaign.choices');
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: list.title, to: '/kvittenser' }]}>
      <Loaded view={choices}>{(found) => <BeginForm choices={found} />}</Loaded>
    </Page>
  );
}

/** The days that are written; what is no number is sent as one that the register refuses by name. */
function daysOf(text: string): number[] {
  return text
    .split(/[,;\s]+/u)
    .filter((part) => part !== '')
    .map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 0));
}

function inputOf(values: CampaignValues) {
  const { unitId, office, reminderDays, kinds, ...rest } = values;
  const input = {
    ...rest,
    documentId: values.documentId as Id<'Document'>, // from the list of documents
    kinds: [...kinds],
    unitIds: unitId === '' ? [] : [unitId as UnitId],
    offices: office === '' ? [] : [office],
    reminderDays: daysOf(reminderDays),
  };
  return withoutBlanks(input, ['documentId', 'title', 'opensOn', 'closesOn']);
}

function BeginForm({ choices }: { readonly choices: Choices }) {
  const texts = useTexts(campaignPagesTexts).begin;
  const { fields } = useTexts(campaignTexts);
  const begin = useAct('campaign.begin');
  const go = useGo();
  const today = dayOf(new Date());
  const [first] = choices.documents;
  const initial: CampaignValues = {
    documentId: first?.id ?? '',
    title: first?.title ?? '',
    message: '',
    kinds: personKinds,
    unitId: '',
    office: '',
    externalParties: true,
    opensOn: today,
    closesOn: addDays(today, 60),
    reminderDays: choices.reminderDays.join(', '),
  };
  const form = useForm({
    initial,
    submit: (values, circumstances) => begin.run({ input: inputOf(values), ...circumstances }),
    onSaved: ({ id }) => go(`/kvittenser/${id}`),
  });
  const titleOf = (id: string) => choices.documents.find((one) => one.id === id)?.title ?? '';
  // The heading follows the document until somebody has written one of her own.
  const choose = (documentId: string) => {
    if (form.values.title === titleOf(form.values.documentId)) form.set('title', titleOf(documentId));
    form.set('documentId', documentId);
  };
  return (
    <Form
      form={form}
      submitLabel={texts.start}
      labels={fields}
      secondary={<LinkButton to="/kvittenser">{texts.cancel}</LinkButton>}
    >
      <Select
        {...form.field('documentId')}
        onChange={choose}
        label={fields.documentId}
        hint={texts.documentHint}
        emptyLabel={texts.documentChoose}
        options={choices.documents.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextField {...form.field('title')} label={fields.title} hint={texts.titleHint} />
      <TextArea
        {...form.field('message')}
        label={fields.message}
        hint={texts.messageHint}
        maxLength={2000}
        isOptional
      />
      <AudienceFields form={form} choices={choices} />
      <DateField {...form.field('opensOn')} label={fields.opensOn} />
      <DateField {...form.field('closesOn')} label={fields.closesOn} />
      <TextField
        {...form.field('reminderDays')}
        label={fields.reminderDays}
        hint={texts.reminderHint}
        isOptional
      />
      <Preview values={form.values} />
    </Form>
  );
}

type AudienceProps = { readonly form: FormState<CampaignValues>; readonly choices: Choices };

function AudienceFields({ form, choices }: AudienceProps) {
  const texts = useTexts(campaignPagesTexts).begin;
  const { fields } = useTexts(campaignTexts);
  const { offices } = useTexts(officeTexts);
  const { kinds } = useTexts(personTexts);
  return (
    <>
      <CheckboxGroup<PersonKind> {...form.field('kinds')} label={fields.kinds} options={optionsOf(kinds)} />
      <UnitField {...form.field('unitId')} label={texts.units} hint={texts.unitsHint} isOptional />
      <Select<Office>
        {...form.field('office')}
        label={texts.office}
        emptyLabel={texts.officeAny}
        options={someOptions(choices.offices, offices)}
        isOptional
      />
      <Checkbox {...form.field('externalParties')} label={texts.partiesLabel} />
    </>
  );
}
