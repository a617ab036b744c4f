import { dayOf } from '../../../kernel/calendar.ts';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import { type Office, officeScopes, offices, type ScopeKind } from '../../../kernel/offices.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import type { FieldFault } from '../../../ui/client.ts';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { EmptyState } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import type { Option } from '../../../ui/select.tsx';
import { AppointmentFields, type AppointmentValues } from './appointment-form.tsx';
import { appointmentPagesTexts } from './pages.texts.ts';

type Choices = ViewMap['appointment.choices']['answer'];

export default function NewAppointment() {
  const address = useAddress();
  const view = useView('appointment.choices', {
    query: address.office === undefined ? {} : { office: address.office, search: address.scopeName },
  });
  const texts = useTexts(appointmentPagesTexts);
  return (
    <Page
      title={texts.form.title}
      lead={texts.form.lead}
      breadcrumbs={[{ label: texts.list.title, to: '/uppdrag' }]}
    >
      {view.problem?.code === 'forbidden' ? (
        <EmptyState title={texts.form.nothingMay}>{texts.form.nothingMayText}</EmptyState>
      ) : (
        <Loaded view={view}>
          {(choices) => <NewForm choices={choices} given={givenIn(address, choices)} />}
        </Loaded>
      )}
    </Page>
  );
}

interface Given {
  readonly office: Office | '';
  readonly scope: Option | null;
  readonly person: Option | null;
}

/**
 * What the address already says: a vacant office from a list or a finding, or the person whose page was left. `galler`
 * is the id of what the office is for; of which kind it is, the choices say where the office alone does not.
 */
function givenIn(address: ReturnType<typeof useAddress>, choices: Choices): Given {
  const office = choices.offices.find((known) => known === address.office) ?? '';
  const kinds = office === '' ? [] : officeScopes[office];
  const found = choices.scopes.find((one) => one.id === address.scopeId)?.scope;
  const kind = found ?? (kinds.length === 1 ? kinds[0] : undefined);
  const isNamed = kind !== undefined && address.scopeId !== '';
  return {
    office,
    scope: isNamed ? { value: `${kind}:${address.scopeId}`, label: address.scopeName } : null,
    person: address.personId === '' ? null : { value: address.personId, label: address.personName },
  };
}

function useAddress() {
  const { filters } = useListState({ filters: ['uppdrag', 'galler', 'galler-namn', 'person', 'namn'] });
  const one = (name: string) => filters[name]?.[0] ?? '';
  return {
    office: offices.find((office) => office === one('uppdrag')),
    scopeId: one('galler'),
    scopeName: one('galler-namn'),
    personId: one('person'),
    personName: one('namn'),
  };
}

function NewForm({ choices, given }: { readonly choices: Choices; readonly given: Given }) {
  const texts = useTexts(appointmentPagesTexts);
  const begin = useAct('appointment.begin');
  const go = useGo();
  const form = useForm<AppointmentValues, { id: string; warnings: readonly string[] }>({
    initial: {
      office: given.office,
      scopeId: given.scope,
      personId: given.person?.value ?? '',
      deputy: false,
      from: dayOf(new Date()),
      until: '',
      decision: '',
    },
    check: (values) => missing(values, texts.form),
    submit: (values, circumstances) => begin.run({ input: inputOf(values), ...circumstances }),
    onSaved: ({ id, warnings }) => go(`/uppdrag/${id}?sparat=${['ja', ...warnings].join(',')}`),
  });
  return (
    <Form
      form={form}
      submitLabel={texts.form.submit}
      secondary={<LinkButton to="/uppdrag">{texts.form.cancel}</LinkButton>}
    >
      <AppointmentFields
        form={form}
        known={offices.filter((office) => choices.offices.includes(office))}
        person={given.person ?? undefined}
      />
    </Form>
  );
}

/** What the server could only call malformed is asked for here in the words of the form. */
function missing(
  values: AppointmentValues,
  words: { readonly officeMissing: string; readonly scopeMissing: string; readonly personMissing: string },
): FieldFault[] {
  const fault = (field: string, message: string) => ({ field, code: 'required', message });
  const isForPart = values.office !== '' && !officeScopes[values.office].includes('municipality');
  return [
    ...(values.office === '' ? [fault('office', words.officeMissing)] : []),
    ...(isForPart && values.scopeId === null ? [fault('scopeId', words.scopeMissing)] : []),
    ...(values.personId === '' ? [fault('personId', words.personMissing)] : []),
  ];
}

function inputOf(values: AppointmentValues) {
  const [scope, scopeId] = values.scopeId === null ? ['municipality', null] : values.scopeId.value.split(':');
  return {
    office: values.office as Office, // `missing` has seen that it is chosen
    scope: scope as ScopeKind, // from the choices the server gave
    scopeId: (scopeId ?? null) as Id<'Scope'> | null,
    personId: values.personId as PersonId,
    deputy: values.deputy,
    from: values.from,
    until: values.until === '' ? null : values.until,
    decision: values.decision.trim() === '' ? null : values.decision,
  };
}
