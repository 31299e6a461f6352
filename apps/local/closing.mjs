// What must be undone when a command ends: in the reverse order, once, even when the end comes in the middle of a start.

/** Makes a list of things to close. */
export function makeClosing(onFault = () => undefined) {
  const closers = [];
  let closing = null;

  async function closeOne(close) {
    try {
      await close();
    } catch (error) {
      onFault(error);
    }
  }

  return {
    /** True once the end has begun. */
    get begun() {
      return closing !== null;
    },
    /** Adds a thing to close (at once when the end has begun). Returns how to take it off the list. */
    add(close) {
      if (closing) {
        void closeOne(close);
        return () => undefined;
      }
      closers.push(close);
      return () => {
        const index = closers.indexOf(close);
        if (index >= 0) closers.splice(index, 1);
      };
    },
    /** Closes everything; a second call waits for the first. */
    close() {
      closing ??= (async () => {
        while (closers.length > 0) await closeOne(closers.pop());
      })();
      return closing;
    },
  };
}
