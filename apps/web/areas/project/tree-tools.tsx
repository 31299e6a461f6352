import { Button } from '@mantine/core';
import { projectText } from '../../messages/project';
import { IconDownload, IconPrinter } from '../../ui/icons';
import type { Project } from './api';
import { exportProject } from './export-csv';
import type { TreeFilter } from './tree-filter';

/** Quieter controls of a tree: its export, its printed page. */
export function TreeTools({ project, filter }: { project: Project; filter: TreeFilter }) {
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />} onClick={() => exportProject(project, filter)}>
        {projectText.page.export}
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => window.print()}>
        {projectText.page.print}
      </Button>
    </>
  );
}
