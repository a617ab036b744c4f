import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { officeTexts } from '../../offices.texts.ts';
import { officeName } from '../../pages/office-words.ts';
import { appointmentTexts } from '../appointment.texts.ts';
import { PeriodFields } from './appointment-form.tsx';
import { appointmentPagesTexts } from './pages.texts.ts';
import type { AppointmentRecord } from './record.tsx';

export default function EditAppointment() {
  const view = useView('appointment.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(appointment) => <EditForm appointment={appointment} />}</Loaded>;
}

function EditForm({ appointment }: { readonly appointment: AppointmentRecord }) {
  const texts = useTexts(appointmentPagesTexts);
  const words = useTexts(officeTexts);
  const { fields } = useTexts(appointmentTexts);
  const describe = useAct('appointment.describe');
  const go = useGo();
  const here = `/uppdrag/${appointment.id}`;
  const form = useForm<{ from: string; until: string; decision: string }, { warnings: readonly string[] }>({
    initial: {
      from: appointment.from ?? '',
      until: appointment.until ?? '',
      decision: appointment.decision ?? '',
    },
    version: appointment.version,
    submit: ({ from, until, decision }, circumstances) =>
      describe.run({
        id: appointment.id,
        input: {
          from,
          until: until === '' ? null : until,
          decision: decision.trim() === '' ? null : decision,
        },
        ...circumstances,
      }),
    onSaved: ({ warnings }) => go(`${here}?sparat=${['ja', ...warnings].join(',')}`),
  });
  return (
    <Page
      title={texts.form.editTitle}
      breadcrumbs={[
        { label: texts.list.title, to: '/uppdrag' },
        { label: texts.record.title(officeName(words, appointment), appointment.personName), to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.form.save}
        labels={fields}
        secondary={<LinkButton to={here}>{texts.form.cancel}</LinkButton>}
      >
        <PeriodFields
          from={form.field('from')}
          until={form.field('until')}
          decision={form.field('decision')}
        />
      </Form>
    </Page>
  );
}
