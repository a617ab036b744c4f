import { useState } from 'react';
import type { Language } from '../../kernel/texts.ts';
import { History } from '../../audit/pages/history.tsx';
import type { ViewMap } from '../../ui/api-types.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Loaded } from '../../ui/error-page.tsx';
import { Form } from '../../ui/form.tsx';
import { useForm } from '../../ui/form-state.ts';
import { useAct, useView } from '../../ui/hooks.ts';
import { useTexts } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { hasContrast } from '../contrast.ts';
import { settingTexts } from '../setting.texts.ts';
import { ColourExample } from './colour-example.tsx';
import { settingPagesTexts } from './pages.texts.ts';

type Setting = ViewMap['setting.current']['answer'];

const colourForm = /^#[0-9a-fA-F]{6}$/;
/** Värna's own accent, where a municipality begins to choose its own. */
const ownAccent = '#1d5a45';

/** What the installation is called and looks like, and whom to turn to about Sweden's security. */
export default function SettingsPage() {
  const texts = useTexts(settingPagesTexts);
  const { fields } = useTexts(settingTexts);
  const view = useView('setting.current');
  const [isSaved, setSaved] = useState(false);
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Loaded view={view}>
        {(setting) => (
          <>
            {setting.may.describe ? (
              <SettingForm
                key={setting.version}
                setting={setting}
                isSaved={isSaved}
                onSaved={() => setSaved(true)}
              />
            ) : (
              <Section title={texts.title} lead={texts.readOnly}>
                <DefinitionList
                  facts={[
                    { term: fields.municipality, value: setting.municipality },
                    {
                      term: fields.language,
                      value: setting.language === 'sv' ? texts.swedish : texts.english,
                    },
                    { term: fields.securityProtectionContact, value: setting.securityProtectionContact },
                  ]}
                />
              </Section>
            )}
            <Section title={texts.profile} lead={texts.profileHint}>
              <p>{texts.profiles[setting.profile]}</p>
            </Section>
          </>
        )}
      </Loaded>
      <History register="setting" />
      <History register="clauseSetting" />
    </Page>
  );
}

type SettingValues = {
  readonly municipality: string;
  readonly language: Language | '';
  readonly hasAccent: boolean;
  readonly accent: string;
  readonly securityProtectionContact: string;
};

type SettingFormProps = {
  readonly setting: Setting;
  readonly isSaved: boolean;
  readonly onSaved: () => void;
};

function SettingForm({ setting, isSaved, onSaved }: SettingFormProps) {
  const texts = useTexts(settingPagesTexts);
  const { fields } = useTexts(settingTexts);
  const describe = useAct('setting.describe');
  const initial: SettingValues = {
    municipality: setting.municipality,
    language: setting.language,
    hasAccent: setting.accent !== null,
    accent: setting.accent ?? ownAccent,
    securityProtectionContact: setting.securityProtectionContact,
  };
  const form = useForm({
    initial,
    version: setting.version,
    check: ({ hasAccent, accent }) => {
      if (!hasAccent) return [];
      if (!colourForm.test(accent)) return [{ field: 'accent', code: 'invalid', message: texts.colourForm }];
      if (!hasContrast(accent))
        return [{ field: 'accent', code: 'tooLittleContrast', message: texts.colourTooLight }];
      return [];
    },
    submit: ({ municipality, language, hasAccent, accent, securityProtectionContact }, circumstances) =>
      describe.run({
        input: {
          municipality,
          language: language === '' ? 'sv' : language,
          accent: hasAccent ? accent.toLowerCase() : null,
          securityProtectionContact,
        },
        ...circumstances,
      }),
    onSaved,
  });
  const { hasAccent, accent } = form.values;
  return (
    <Form form={form} submitLabel={texts.save} labels={fields}>
      {isSaved && !form.isChanged ? <Notice kind="success" title={texts.saved} isNews /> : null}
      <TextField {...form.field('municipality')} label={fields.municipality} hint={texts.municipalityHint} />
      <RadioGroup<Language>
        {...form.field('language')}
        label={fields.language}
        hint={texts.languageHint}
        options={[
          { value: 'sv', label: texts.swedish },
          { value: 'en', label: texts.english },
        ]}
      />
      <Checkbox {...form.field('hasAccent')} label={texts.ownColour} />
      {hasAccent ? (
        <>
          <TextField {...form.field('accent')} label={fields.accent} hint={texts.accentHint} width="short" />
          {colourForm.test(accent) ? <ColourExample colour={accent} /> : null}
        </>
      ) : null}
      <TextArea
        {...form.field('securityProtectionContact')}
        label={fields.securityProtectionContact}
        hint={texts.contactHint}
        maxLength={300}
      />
    </Form>
  );
}
