import { dayOf } from '../../../kernel/calendar.ts';
import type { EntityId, UnitId } from '../../../kernel/ids.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { useListState } from '../../../ui/list-state.ts';
import { Page } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { UnitField } from '../../pages/choice-fields.tsx';
import { unitTexts } from '../units/unit.texts.ts';
import { organisationPagesTexts } from './pages.texts.ts';
import { UnitFields, unitInputOf, type UnitValues } from './unit-form.tsx';
import { orNull } from './words.ts';

interface NewUnitValues extends UnitValues {
  readonly entityId: string;
  readonly parentId: string;
  readonly until: string;
}
interface Above {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
  readonly bodyId: string | null;
}

/** `?under=<unit>` says where the new unit is to lie. */
export default function NewUnit() {
  const { filters } = useListState({ filters: ['under'] });
  const under = filters['under']?.[0];
  const above = useView('unit.record', { id: under ?? '', isEnabled: under !== undefined });
  const entities = useView('entity.list');
  return (
    <Loaded view={entities}>
      {({ items }) =>
        under === undefined ? (
          <NewForm entities={items} above={null} />
        ) : (
          <Loaded view={above}>{(unit) => <NewForm entities={items} above={unit} />}</Loaded>
        )
      }
    </Loaded>
  );
}

interface NewFormProps {
  readonly entities: ViewMap['entity.list']['answer']['items'];
  readonly above: Above | null;
}

function NewForm({ entities, above }: NewFormProps) {
  const texts = useTexts(organisationPagesTexts);
  const { fields } = useTexts(unitTexts);
  const register = useAct('unit.register');
  const go = useGo();
  const form = useForm<NewUnitValues, { id: string }>({
    initial: {
      // Where there is but one entity there is nothing to choose.
      entityId: above?.entityId ?? (entities.length === 1 ? (entities[0]?.id ?? '') : ''),
      parentId: above?.id ?? '',
      kind: 'unit',
      name: '',
      bodyId: above?.bodyId ?? '',
      from: dayOf(new Date()),
      until: '',
    },
    submit: (values, circumstances) => {
      const entityId = values.entityId as EntityId; // from the list of entities, or empty and refused
      const parentId = orNull(values.parentId) as UnitId | null; // from the list of units
      return register.run({
        input: { ...unitInputOf(values), entityId, parentId, until: orNull(values.until) },
        ...circumstances,
      });
    },
    onSaved: (answer) => go(`/organisation/enheter/${answer.id}`),
  });
  return (
    <Page title={texts.unit.newTitle} breadcrumbs={[{ label: texts.title, to: '/organisation' }]}>
      <Form
        form={form}
        submitLabel={texts.unit.add}
        secondary={<LinkButton to="/organisation">{texts.cancel}</LinkButton>}
      >
        {above === null && entities.length > 1 ? (
          <Select
            {...form.field('entityId')}
            label={fields.entityId}
            options={entities.map((one) => ({ value: one.id, label: one.name }))}
          />
        ) : null}
        <UnitField
          {...form.field('parentId')}
          label={texts.unit.under}
          hint={texts.unit.underHint}
          chosen={above === null ? undefined : { value: above.id, label: above.name }}
          isOptional
        />
        {/* The fields set only names of their own, which a new unit's form has too. */}
        <UnitFields form={form as unknown as FormState<UnitValues>} entityId={form.values.entityId} />
        <DateField {...form.field('until')} label={fields.until} hint={texts.unit.untilHint} isOptional />
      </Form>
    </Page>
  );
}
