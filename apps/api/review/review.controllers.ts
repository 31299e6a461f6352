import { ReviewController } from './review.controller';

/** The routes of this area. */
export const reviewControllers = [ReviewController];
