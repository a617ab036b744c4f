import { useEffect, useState } from 'react';
import type { Id } from '../../../kernel/ids.ts';
import { Button } from '../../../ui/button.tsx';
import { askNamed } from '../../../ui/client.ts';
import { ComboBox } from '../../../ui/combo-box.tsx';
import { Form } from '../../../ui/form.tsx';
import { type FormState, useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { useGo } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import type { Option } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { adviceTexts } from '../advice.texts.ts';
import { aboutRegisters, supportRoles, type SupportRole } from '../advice.ts';
import { advicePagesTexts } from './pages.texts.ts';

/** One thing to answer at a time. What it concerns is last, since most questions concern nothing in particular. */
const steps = ['askedOf', 'subject', 'question', 'about'] as const;
type Step = (typeof steps)[number];

interface AskValues {
  readonly askedOf: SupportRole | '';
  readonly subject: string;
  readonly question: string;
  readonly about: Option | null;
}

export default function AskPage() {
  const { answers, ask: texts } = useTexts(advicePagesTexts);
  const [step, setStep] = useState(0);
  const form = useAsking(step, setStep);
  const current = steps[step] ?? 'about';
  const isLast = step === steps.length - 1;
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: answers.title, to: '/rad-och-stod' }]}>
      <div className="stack">
        <p className="soft" role="status">
          {texts.progress(String(step + 1), String(steps.length))}
        </p>
        <Form
          form={form}
          submitLabel={isLast ? texts.send : texts.next}
          secondary={step === 0 ? null : <Button onClick={() => setStep(step - 1)}>{texts.back}</Button>}
        >
          <AskField key={current} step={current} form={form} />
        </Form>
      </div>
    </Page>
  );
}

/** The form: each step but the last only looks at its own answer, and the last sends all of them. */
function useAsking(step: number, setStep: (step: number) => void): FormState<AskValues> {
  const texts = useTexts(advicePagesTexts).ask;
  const ask = useAct('advice.ask');
  const go = useGo();
  const form = useForm<AskValues, { readonly id: string } | null>({
    initial: { askedOf: '', subject: '', question: '', about: null },
    check: (values) => {
      const field = steps[step];
      const value = field === undefined || field === 'about' ? null : values[field];
      if (field === undefined || value === null) return [];
      if (value.trim() === '') return [{ field, code: 'missing', message: texts.noAnswer }];
      return field === 'question' && value.trim().length < 3
        ? [{ field, code: 'tooShort', message: texts.tooShort }]
        : [];
    },
    submit: ({ askedOf, subject, question, about }, circumstances) => {
      if (step < steps.length - 1 || askedOf === '') return Promise.resolve(null);
      return ask.run({ input: { askedOf, subject, question, about: readAbout(about) }, ...circumstances });
    },
    onSaved: (made) => (made === null ? setStep(step + 1) : go(`/rad-och-stod/fragor/${made.id}`)),
  });
  // What the server finds may stand on a page before the last.
  const faulty = steps.findIndex((name) => form.faults.some((one) => one.field.startsWith(name)));
  useEffect(() => {
    if (faulty >= 0) setStep(faulty);
  }, [faulty, setStep]);
  return form;
}

function readAbout(about: Option | null) {
  const [register, id] = about?.value.split(':') ?? [];
  const known = aboutRegisters.find((one) => one === register);
  return known === undefined || id === undefined
    ? null
    : { register: known, id: id as Id<'Information' | 'System'> }; // chosen from that register's own list
}

function AskField({ step, form }: { readonly step: Step; readonly form: FormState<AskValues> }) {
  const texts = useTexts(advicePagesTexts).ask;
  const { fields } = useTexts(adviceTexts);
  const days = useView('adviceTarget.list').data?.workingDays;
  const searchAbout = useAboutSearch();
  switch (step) {
    case 'askedOf':
      return <WhoField form={form} />;
    case 'subject':
      return <TextField {...form.field('subject')} label={fields.subject} hint={texts.subjectHint} />;
    case 'question':
      return (
        <TextArea
          {...form.field('question')}
          label={fields.question}
          hint={texts.questionHint}
          rows={8}
          maxLength={4000}
        />
      );
    case 'about':
      return (
        <>
          <ComboBox
            {...form.field('about')}
            label={fields.about}
            hint={texts.aboutHint}
            isOptional
            search={searchAbout}
          />
          {days === undefined ? null : <p className="soft">{texts.promise(days)}</p>}
        </>
      );
  }
}

function WhoField({ form }: { readonly form: FormState<AskValues> }) {
  const texts = useTexts(advicePagesTexts).ask;
  const { fields } = useTexts(adviceTexts);
  const roles = useView('advice.support').data?.items ?? [];
  const hint = (role: SupportRole) => {
    const holder = roles.find((one) => one.office === role);
    const held = holder?.name ?? null;
    const who = held !== null ? texts.held(held) : holder?.vacant === true ? texts.vacant : '';
    return `${texts.whoHint[role]} ${who}`.trim();
  };
  return (
    <RadioGroup<SupportRole>
      {...form.field('askedOf')}
      label={fields.askedOf}
      options={supportRoles.map((value) => ({ value, label: texts.who[value], hint: hint(value) }))}
    />
  );
}

/** Finds information and systems by name, of what the asker may see. */
function useAboutSearch(): (text: string, signal: AbortSignal) => Promise<readonly Option[]> {
  const { about } = useTexts(adviceTexts);
  return async (text, signal) => {
    const query = text === '' ? {} : { search: text };
    const found = await Promise.all(
      aboutRegisters.map(async (register) => {
        // The lists' own shape; only these fields are read.
        const { items } = (await askNamed(`${register}.list`, { query, signal })) as {
          items: readonly { readonly id: string; readonly name: string }[];
        };
        return items
          .slice(0, 10)
          .map(({ id, name }) => ({ value: `${register}:${id}`, label: name, hint: about[register] }));
      }),
    );
    return found.flat();
  };
}
