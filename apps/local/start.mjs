// npm start: the whole product on this machine.
import { onGoodNode } from './node-version.mjs';

onGoodNode(() => import('./launch.mjs').then(({ launch }) => launch()));
