import { useAddress } from '../../../clauses/pages/address.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { ExerciseFields, exerciseInputOf, type ExerciseValues } from './exercise-fields.tsx';
import { planPagesTexts } from './pages.texts.ts';

export default function NewExercise() {
  const { exerciseForm: texts, exercises } = useTexts(planPagesTexts);
  const choices = useView('plan.choices');
  return (
    <Page
      title={texts.newTitle}
      lead={texts.newLead}
      breadcrumbs={[{ label: exercises.title, to: '/ovningar' }]}
    >
      <Loaded view={choices}>{({ items }) => <NewForm choices={items} />}</Loaded>
    </Page>
  );
}

function NewForm({ choices }: { readonly choices: ViewMap['plan.choices']['answer']['items'] }) {
  const texts = useTexts(planPagesTexts).exerciseForm;
  const enter = useAct('exercise.enter');
  const go = useGo();
  const plan = useAddress().read('plan');
  const initial: ExerciseValues = {
    kind: 'tabletop',
    planIds: choices.some((one) => one.id === plan) ? [plan] : [],
    heldOn: dayOf(new Date()),
    scenario: '',
    participants: null,
    attendees: '',
    findings: '',
    measures: '',
    restoreTried: false,
    realReason: '',
    caseReference: '',
  };
  const form = useForm({
    initial,
    draftKey: 'exercise.new',
    submit: (values, circumstances) => enter.run({ input: exerciseInputOf(values), ...circumstances }),
    onSaved: ({ id }) => go(`/ovningar/${id}`),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.create}
      secondary={<LinkButton to="/ovningar">{texts.cancel}</LinkButton>}
    >
      <ExerciseFields form={form} choices={choices} />
    </Form>
  );
}
