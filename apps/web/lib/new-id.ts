/** A new UUID made by the page, also where it is not served over HTTPS: what is sent twice with the same one is kept once. */
export { v7 as newId } from 'uuid';
