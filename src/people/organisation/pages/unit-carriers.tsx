import type { ViewMap } from '../../../ui/api-types.ts';
import { type Carrier, carriers } from '../../../registers/information/vocabulary.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useRouteParameter } from '../../../ui/routing.ts';
import { unitTexts } from '../units/unit.texts.ts';
import './organisation.css';
import { organisationPagesTexts } from './pages.texts.ts';

type Answer = 'held' | 'none' | '';
type Answers = Readonly<Record<Carrier, Answer>>;

/** P20: does the unit hold information in this form? One question for each form. */
export default function UnitCarriers() {
  const view = useView('unit.record', { id: useRouteParameter('id') });
  return <Loaded view={view}>{(unit) => <CarriersForm unit={unit} />}</Loaded>;
}

function CarriersForm({ unit }: { readonly unit: ViewMap['unit.record']['answer'] }) {
  const texts = useTexts(organisationPagesTexts);
  const words = useTexts(unitTexts);
  const declare = useAct('unit.declareCarriers');
  const go = useGo();
  const here = `/organisation/enheter/${unit.id}`;
  const answered = (carrier: Carrier): Answer =>
    unit.carriersHeld.includes(carrier) ? 'held' : unit.carriersNone.includes(carrier) ? 'none' : '';
  const form = useForm<Answers, { id: string }>({
    initial: Object.fromEntries(carriers.map((one) => [one, answered(one)])) as Answers, // one for each carrier
    version: unit.version,
    submit: (values, circumstances) => {
      const chosen = (answer: Answer) => carriers.filter((one) => values[one] === answer);
      const input = { held: chosen('held'), none: chosen('none') };
      return declare.run({ id: unit.id, input, ...circumstances });
    },
    onSaved: () => go(here),
  });
  const options = [
    { value: 'held' as const, label: texts.carriers.held },
    { value: 'none' as const, label: texts.carriers.none },
  ];
  return (
    <Page
      title={texts.carriers.editTitle(unit.name)}
      lead={texts.carriers.text}
      breadcrumbs={[
        { label: texts.title, to: '/organisation' },
        { label: unit.name, to: here },
      ]}
    >
      <Form
        form={form}
        submitLabel={texts.save}
        labels={words.carriers}
        secondary={<LinkButton to={here}>{texts.cancel}</LinkButton>}
      >
        <div className="org-answers">
          {carriers.map((carrier) => (
            <RadioGroup
              key={carrier}
              {...form.field(carrier)}
              label={words.carriers[carrier]}
              hint={texts.carriers.hints[carrier]}
              options={options}
            />
          ))}
        </div>
      </Form>
    </Page>
  );
}
