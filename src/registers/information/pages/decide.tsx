import { dayOf } from '../../../kernel/calendar.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { CheckboxGroup } from '../../../ui/checkbox.tsx';
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
import { informationTexts } from '../information.texts.ts';
import { type Activity, activities, type Carrier } from '../vocabulary.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { linesOf } from './lines.ts';
import { someOptions } from './options.ts';
import { classifyTexts, informationPagesTexts } from './pages.texts.ts';
import { type InformationRecord, useWhyNot } from './information-record.ts';

export default function DecidePage() {
  const id = useRouteParameter('id');
  const view = useView('information.record', { id });
  return <Loaded view={view}>{(information) => <Decide information={information} />}</Loaded>;
}

function Decide({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(informationPagesTexts);
  const reason = useWhyNot()(information.may.decideHandling);
  return (
    <Page
      title={texts.decide.title}
      lead={texts.decide.lead}
      breadcrumbs={[
        { label: texts.list.title, to: '/register/information' },
        { label: information.name, to: `/register/information/${information.id}` },
      ]}
    >
      {reason === undefined ? <DecideForm information={information} /> : <Notice>{reason}</Notice>}
    </Page>
  );
}

function DecideForm({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(informationPagesTexts);
  const classifying = useTexts(classifyTexts);
  const words = useTexts(vocabularyTexts);
  const { fields } = useTexts(informationTexts);
  const decide = useAct('information.decideHandling');
  const go = useGo();
  const here = `/register/information/${information.id}`;
  const earlier = information.handlingDecision;
  // A first decision starts from what is done today.
  const done = information.handlings;
  const initial: {
    carriers: readonly Carrier[];
    activities: readonly Activity[];
    groups: string;
    decidedOn: string;
    nextReviewOn: string;
  } = {
    carriers: earlier?.carriers ?? information.carriers,
    activities: earlier?.activities ?? activities.filter((one) => done.some((way) => way.activity === one)),
    groups: earlier?.groups.join('\n') ?? '',
    decidedOn: dayOf(new Date()),
    nextReviewOn: '',
  };
  const form = useForm({
    initial,
    version: information.version,
    submit: (values, circumstances) => {
      const input = {
        carriers: [...values.carriers],
        activities: [...values.activities],
        groups: linesOf(values.groups),
        decidedOn: values.decidedOn,
        nextReviewOn: values.nextReviewOn === '' ? null : values.nextReviewOn,
      };
      return decide.run({ id: information.id, input, ...circumstances });
    },
    onSaved: () => go(here),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.decide.save}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
    >
      <CheckboxGroup
        {...form.field('activities')}
        label={texts.decide.activities}
        options={someOptions(activities, words.activities)}
      />
      <CheckboxGroup
        {...form.field('carriers')}
        label={texts.decide.carriers}
        options={someOptions(information.carriers, words.carriers)}
      />
      <TextArea {...form.field('groups')} label={texts.decide.groups} hint={texts.decide.groupsHint} />
      <DateField {...form.field('decidedOn')} label={fields.decidedOn} />
      <DateField
        {...form.field('nextReviewOn')}
        label={fields.nextReviewOn}
        hint={classifying.nextReviewHint}
        isOptional
      />
    </Form>
  );
}
