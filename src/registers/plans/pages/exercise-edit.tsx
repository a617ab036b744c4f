import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { planTexts } from '../plan.texts.ts';
import { ExerciseFields, exerciseInputOf, type ExerciseValues } from './exercise-fields.tsx';
import { planPagesTexts } from './pages.texts.ts';

type Exercise = ViewMap['exercise.record']['answer'];
type Choices = ViewMap['plan.choices']['answer']['items'];

export default function EditExercise() {
  const id = useRouteParameter('id');
  const { exerciseForm: texts, exercises } = useTexts(planPagesTexts);
  const exercise = useView('exercise.record', { id });
  const choices = useView('plan.choices');
  return (
    <Page
      title={texts.editTitle}
      breadcrumbs={[
        { label: exercises.title, to: '/ovningar' },
        { label: exercise.data?.scenario ?? '', to: `/ovningar/${id}` },
      ]}
    >
      <Loaded view={exercise}>
        {(found) => (
          <Loaded view={choices}>{({ items }) => <EditForm exercise={found} choices={items} />}</Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function EditForm({ exercise, choices }: { readonly exercise: Exercise; readonly choices: Choices }) {
  const texts = useTexts(planPagesTexts).exerciseForm;
  const { fields } = useTexts(planTexts);
  const correct = useAct('exercise.correct');
  const go = useGo();
  const { id, version, plans } = exercise;
  const here = `/ovningar/${id}`;
  const initial: ExerciseValues = {
    kind: exercise.kind,
    planIds: plans.map((plan) => plan.id),
    heldOn: exercise.heldOn,
    scenario: exercise.scenario,
    participants: exercise.participants,
    attendees: exercise.attendees,
    findings: exercise.findings,
    measures: exercise.measures,
    restoreTried: exercise.restoreTried,
    realReason: exercise.realReason,
    caseReference: exercise.caseReference,
  };
  const form = useForm({
    initial,
    version,
    submit: (values, circumstances) => correct.run({ id, input: exerciseInputOf(values), ...circumstances }),
    onSaved: () => go(here),
  });
  // Those it tried may have ended or been superseded since; they stay to be chosen.
  const others = choices.filter((one) => !plans.some((plan) => plan.id === one.id));
  return (
    <Form
      form={form}
      submitLabel={texts.save}
      labels={fields}
      secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
    >
      <ExerciseFields form={form} choices={[...plans, ...others]} />
    </Form>
  );
}
