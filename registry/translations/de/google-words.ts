/** What every sign-in with Google says. */
export const googleWords: Readonly<Record<string, string>> = {
  'Google ends sign-ins after seven days while the OAuth app’s publishing status is “Testing”. Set it to “In production” in the Google Cloud console, then reconnect.':
    'Google beendet Anmeldungen nach sieben Tagen, solange der Veröffentlichungsstatus der OAuth-App „Testing“ ist. In der Google Cloud Console auf „In production“ stellen, dann neu verbinden.',
}
