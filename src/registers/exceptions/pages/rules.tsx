import { useState } from 'react';
import { officeTexts } from '../../../people/offices.texts.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useTexts } from '../../../ui/language.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { someOptions } from '../../information/pages/options.ts';
import { riskTexts } from '../../risk.texts.ts';
import { type DecidingOffice, decidingOffices } from '../exception-rule.ts';
import { exceptionTexts } from '../exception.texts.ts';
import { exceptionPagesTexts } from './pages.texts.ts';

type Rule = ViewMap['exceptionRule.list']['answer']['items'][number];

/** Which office decides at each level of risk, for how long at most, and why. */
export default function RulesPage() {
  const { list, rules: texts } = useTexts(exceptionPagesTexts);
  const { levels } = useTexts(riskTexts);
  const { offices } = useTexts(officeTexts);
  const view = useView('exceptionRule.list');
  const [changing, setChanging] = useState<Rule>();
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: list.title, to: '/undantag' }]}>
      <Loaded view={view}>
        {({ items, maySet }) => (
          <>
            {items.map((rule) => (
              <Section
                key={rule.risk}
                title={texts.level(levels[rule.risk])}
                action={
                  maySet ? (
                    <Button
                      size="small"
                      aria-label={texts.changeNamed(levels[rule.risk])}
                      onClick={() => setChanging(rule)}
                    >
                      {texts.change}
                    </Button>
                  ) : undefined
                }
              >
                <p>{texts.decides(offices[rule.office], String(rule.longestMonths))}</p>
                <p className="soft">{rule.reason ?? texts.ours}</p>
              </Section>
            ))}
          </>
        )}
      </Loaded>
      {changing === undefined ? null : <RuleDialog rule={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}

function RuleDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const texts = useTexts(exceptionPagesTexts).rules;
  const { fields } = useTexts(exceptionTexts);
  const { levels } = useTexts(riskTexts);
  const { offices } = useTexts(officeTexts);
  const set = useAct('exceptionRule.set');
  const initial: {
    readonly office: DecidingOffice | '';
    readonly longestMonths: number | null;
    readonly reason: string;
  } = { office: rule.office, longestMonths: rule.longestMonths, reason: rule.reason ?? '' };
  const form = useForm({
    initial,
    submit: ({ office, longestMonths, reason }, circumstances) =>
      set.run({
        // Empty where nobody has answered, and then the server names the field.
        input: {
          risk: rule.risk,
          office: office as DecidingOffice,
          longestMonths: longestMonths ?? 0,
          reason,
        },
        ...circumstances,
      }),
    onSaved: onClose,
  });
  return (
    <Dialog title={texts.changeNamed(levels[rule.risk])} isOpen onClose={onClose}>
      <Form form={form} submitLabel={texts.save} labels={fields}>
        <Select<DecidingOffice>
          {...form.field('office')}
          label={fields.office}
          options={someOptions(decidingOffices, offices)}
        />
        <NumberField {...form.field('longestMonths')} label={fields.longestMonths} unit={texts.months} />
        <TextArea
          {...form.field('reason')}
          label={fields.reason}
          hint={texts.reasonHint}
          rows={3}
          maxLength={500}
        />
      </Form>
    </Dialog>
  );
}
