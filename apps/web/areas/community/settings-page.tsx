import { frenchTimeZones } from '@maillage/domain/community';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useCan, useSession } from '../../app/session';
import { SettingsPage } from '../../app/settings-page';
import { formatNumber } from '../../lib/format';
import { communityText } from '../../messages/community';
import { Facts, Section } from '../../ui';
import { type Settings, settingsQuery } from './api';
import classes from './community.module.css';
import { LogoSection } from './logo-section';
import { SettingsForm } from './settings-form';

const text = communityText.settings;

function SettingsFacts({ settings }: { settings: Settings }) {
  const zone = frenchTimeZones.find((one) => one.zone === settings.timeZone)?.label ?? settings.timeZone;
  return (
    <Section title={text.identity} hint={text.readOnly}>
      <Facts
        items={[
          { label: text.label, value: settings.label },
          { label: text.name, value: settings.name },
          { label: text.timeZone, value: zone },
          { label: text.maskBelow, value: `${formatNumber(settings.maskBelow)} ${text.maskUnit}` },
        ]}
      />
    </Section>
  );
}

/** Réglages › Communauté. */
export function CommunitySettingsPage() {
  const { communityId } = useSession();
  const can = useCan();
  const { data: settings } = useSuspenseQuery(settingsQuery(communityId));
  const editable = can('community.write');
  return (
    <SettingsPage title={text.title} lead={text.lead}>
      <div className={classes.page}>
        {editable ? <SettingsForm settings={settings} /> : <SettingsFacts settings={settings} />}
        <LogoSection settings={settings} editable={editable} />
      </div>
    </SettingsPage>
  );
}
