import { formatNumber } from '../../../kernel/format.ts';
import type { ViewMap } from '../../../ui/api-types.ts';
import { Loaded } from '../../../ui/error-page.tsx';
import { Form } from '../../../ui/form.tsx';
import { useForm } from '../../../ui/form-state.ts';
import { useAct, useView } from '../../../ui/hooks.ts';
import { useLanguage, useTexts } from '../../../ui/language.tsx';
import { Checkbox, CheckboxGroup } from '../../../ui/checkbox.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { officeTexts } from '../../../people/offices.texts.ts';
import { incidentTexts } from '../incident.texts.ts';
import { noticeOffices } from '../notices/notice.ts';
import { incidentPagesTexts } from './pages.texts.ts';

type Setting = ViewMap['incidentSetting.current']['answer'];

/** How large a file may be, and whether one person alone may report at night. */
export default function IncidentSettings() {
  const { list, settings: texts } = useTexts(incidentPagesTexts);
  const view = useView('incidentSetting.current');
  const language = useLanguage();
  return (
    <Page title={texts.title} lead={texts.lead} breadcrumbs={[{ label: list.title, to: '/handelser' }]}>
      <Loaded view={view}>
        {(setting) =>
          setting.maySet ? (
            <SettingForm key={JSON.stringify(setting)} setting={setting} />
          ) : (
            <Notice>{texts.notYours(formatNumber(setting.largestFileMb, language))}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

function SettingForm({ setting }: { readonly setting: Setting }) {
  const texts = useTexts(incidentPagesTexts).settings;
  const { fields } = useTexts(incidentTexts);
  const { offices } = useTexts(officeTexts);
  const set = useAct('incidentSetting.set');
  const language = useLanguage();
  // As the group of boxes gives them back: a list that nobody changes.
  const noticeTo: readonly (typeof noticeOffices)[number][] = setting.noticeTo;
  const form = useForm({
    initial: {
      largestFileMb: String(setting.largestFileMb),
      aloneAtNight: setting.aloneAtNight,
      wakeAt: setting.wakeAt.join(' '),
      noticeTo,
      reason: '',
    },
    submit: ({ largestFileMb, wakeAt, noticeTo: chosen, ...said }, circumstances) =>
      set.run({
        input: {
          ...said,
          noticeTo: [...chosen],
          largestFileMb: Number(largestFileMb),
          wakeAt: percentsOf(wakeAt),
        },
        ...circumstances,
      }),
  });
  return (
    <Form form={form} submitLabel={texts.save} labels={fields}>
      <TextField
        {...form.field('largestFileMb')}
        label={fields.largestFileMb}
        hint={texts.limit(formatNumber(setting.largestEver, language))}
        inputMode="numeric"
        width="short"
      />
      <Checkbox {...form.field('aloneAtNight')} label={fields.aloneAtNight} hint={texts.aloneHint} />
      <TextField
        {...form.field('wakeAt')}
        label={fields.wakeAt}
        hint={texts.wakeHint}
        inputMode="numeric"
        width="short"
      />
      <CheckboxGroup
        {...form.field('noticeTo')}
        label={fields.noticeTo}
        hint={texts.noticeHint}
        options={noticeOffices.map((value) => ({ value, label: offices[value] }))}
      />
      <TextArea {...form.field('reason')} label={fields.reason} rows={2} maxLength={500} />
    </Form>
  );
}

/** `25 50 75 90` as numbers; what is none is refused by the server, by the field's name. */
function percentsOf(typed: string): number[] {
  return typed.split(/[\s,]+/).flatMap((part) => (part === '' ? [] : [Number(part)]));
}
