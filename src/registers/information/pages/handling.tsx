import { inSentence } from '../../../kernel/format.ts';
import type { SystemId } from '../../../kernel/ids.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { judgeVerdict, ruleFor } from '../../handling-rules/judge.ts';
import { informationTexts } from '../information.texts.ts';
import { type Activity, activities, activityCarriers, type Carrier, carriers } from '../vocabulary.ts';
import { vocabularyTexts } from '../vocabulary.texts.ts';
import { useLevelName } from './class-figure.tsx';
import { Handlings, RuleMark } from './handlings.tsx';
import { someOptions } from './options.ts';
import { informationPagesTexts } from './pages.texts.ts';
import { type InformationRecord, useWhyNot } from './information-record.ts';
import { withoutBlanks } from './without-blanks.ts';

export default function HandlingPage() {
  const id = useRouteParameter('id');
  const view = useView('information.record', { id });
  return <Loaded view={view}>{(information) => <Handling information={information} />}</Loaded>;
}

function Handling({ information }: { readonly information: InformationRecord }) {
  const texts = useTexts(informationPagesTexts);
  const here = `/register/information/${information.id}`;
  const reason = useWhyNot()(information.may.handle);
  return (
    <Page
      title={texts.handling.title}
      lead={texts.handling.lead}
      breadcrumbs={[
        { label: texts.list.title, to: '/register/information' },
        { label: information.name, to: here },
      ]}
    >
      <Section title={texts.handling.declared}>
        <Handlings information={information} isChanging={reason === undefined} />
      </Section>
      <Section title={texts.handling.add}>
        {reason === undefined ? (
          // A fresh form for each handling added.
          <AddHandling key={information.handlings.length} information={information} />
        ) : (
          <p>{reason}</p>
        )}
      </Section>
    </Page>
  );
}

interface HandlingValues {
  readonly activity: Activity | '';
  readonly carrier: Carrier | '';
  readonly place: string;
  readonly systemId: string;
  readonly conditionsMet: boolean;
}

const nothing: HandlingValues = { activity: '', carrier: '', place: '', systemId: '', conditionsMet: false };

function AddHandling({ information }: { readonly information: InformationRecord }) {
  const all = useTexts(informationPagesTexts);
  const texts = all.handling;
  const words = useTexts(vocabularyTexts);
  const { fields } = useTexts(informationTexts);
  const declare = useAct('information.declareHandling');
  const systems = useView('system.choices');
  const rule = useRule(information);
  const form = useForm({
    initial: nothing,
    submit: (values, circumstances) => {
      const input = {
        ...values,
        // Chosen from lists, or empty: then the server names the field.
        activity: values.activity as Activity,
        carrier: values.carrier as Carrier,
        systemId: values.systemId === '' ? null : (values.systemId as SystemId),
      };
      return declare.run({
        id: information.id,
        input: withoutBlanks(input, ['activity', 'carrier']),
        ...circumstances,
      });
    },
  });
  const { activity, carrier, conditionsMet } = form.values;
  const possible = activity === '' ? carriers : activityCarriers[activity];
  const chooseActivity = (next: Activity | '') => {
    form.set('activity', next);
    const [only, ...others] = next === '' ? [] : activityCarriers[next];
    if (only !== undefined && others.length === 0) form.set('carrier', only);
    else if (next !== '' && carrier !== '' && !activityCarriers[next].includes(carrier))
      form.set('carrier', '');
  };
  const found = activity === '' || carrier === '' ? null : rule(activity, carrier);
  const systemOptions = (systems.data?.items ?? []).map(({ id, name, unitName }) => ({
    value: id,
    label: `${name} (${unitName})`,
  }));
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      secondary={<LinkButton to={`/register/information/${information.id}`}>{all.form.cancel}</LinkButton>}
    >
      <Select
        {...form.field('activity')}
        onChange={chooseActivity}
        label={fields.activity}
        options={someOptions(activities, words.activities)}
      />
      <Select
        {...form.field('carrier')}
        label={fields.carrier}
        options={someOptions(possible, words.carriers)}
      />
      {found === null ? null : (
        <Notice title={found.heading}>
          <p>
            <RuleMark verdict={judgeVerdict(found.verdict, conditionsMet)} />
          </p>
          {found.condition === '' ? null : <p>{found.condition}</p>}
        </Notice>
      )}
      {found?.verdict === 'conditional' ? (
        <Checkbox {...form.field('conditionsMet')} label={texts.conditionsMet} />
      ) : null}
      <Select
        {...form.field('systemId')}
        label={texts.system}
        hint={texts.systemHint}
        options={systemOptions}
        isOptional
      />
      <TextField {...form.field('place')} label={texts.place} hint={texts.placeHint} isOptional />
    </Form>
  );
}

/** Looks up what the rules say for this information's class; null while it has none or the rules are not here yet. */
function useRule(information: InformationRecord) {
  const texts = useTexts(informationPagesTexts).handling;
  const language = useLanguage();
  const nameOf = useLevelName();
  const rules = useView('handlingRule.matrix').data?.items;
  const level = information.classification?.levels.confidentiality ?? null;
  return (activity: Activity, carrier: Carrier) => {
    if (level === null || rules === undefined) return null;
    const rule = ruleFor(rules, level, activity, carrier);
    const condition = (language === 'sv' ? rule?.conditionSv : rule?.conditionEn) ?? '';
    const heading = texts.ruleAt(inSentence(nameOf(level)));
    return { verdict: rule?.verdict, condition, heading };
  };
}
