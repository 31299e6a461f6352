import { Menu, UnstyledButton } from '@mantine/core';
import { shellText } from '../../messages/shell';
import { IconBuildingCommunity, IconCheck, IconSelector } from '../../ui/icons';
import { useContractYear, useSession } from '../session';
import { useSessionActions } from '../session-actions';
import classes from './community-switcher.module.css';

function ContractYearLabel({ label }: { label: string }) {
  const [year, days] = label.split(' (');
  return (
    <>
      {year} <span className={classes.days}>({days}</span>
    </>
  );
}

/** The community and the contract year, always in sight; a list when the person has several communities. */
export function CommunitySwitcher({ compact }: { compact?: boolean }) {
  const { communityName, communityId, memberships, rights } = useSession();
  const year = useContractYear();
  const { enter, entering } = useSessionActions();
  const label = (
    <>
      {compact ? null : <IconBuildingCommunity className={classes.icon} size={20} stroke={1.7} aria-hidden="true" />}
      <span className={classes.words}>
        <span className={classes.name}>{entering ? shellText.switching : communityName}</span>
        {rights.has('contract.read') ? <span className={classes.year}>{year ? <ContractYearLabel label={year.label} /> : shellText.noContract}</span> : null}
      </span>
    </>
  );
  if (memberships.length < 2) return <div className={classes.block}>{label}</div>;
  return (
    <Menu position="bottom-start" width={300} shadow="md" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={`${classes.block} ${classes.button}`} aria-label={`${communityName}. ${shellText.switchCommunity}`}>
          {label}
          <IconSelector className={classes.icon} size={18} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{shellText.switchCommunity}</Menu.Label>
        {memberships.map((membership) => {
          const here = membership.communityId === communityId;
          return (
            <Menu.Item
              key={membership.communityId}
              className={classes.item}
              aria-current={here ? 'true' : undefined}
              leftSection={<IconCheck size={18} aria-hidden="true" opacity={here ? 1 : 0} />}
              onClick={() => (here ? undefined : enter(membership.communityId))}
            >
              <span className={classes.name}>{membership.communityName}</span>
              <span className={classes.year}>{shellText.roles[membership.role]}</span>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
