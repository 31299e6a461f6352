// Runs before the first paint: the theme chosen by the person, otherwise the one of the machine.
/* global localStorage, matchMedia, document */
(function () {
  function chosenByThePerson() {
    try {
      return localStorage.getItem('mantine-color-scheme-value');
    } catch {
      return null; // storage refused by the browser
    }
  }
  var chosen = chosenByThePerson();
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
