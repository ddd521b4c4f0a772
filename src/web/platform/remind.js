// Reminders outside of the page: the system's notification and the mark on the app's icon. That a question was answered is told
// by an event of the window, yoke-notify.
const TAG = "yoke-break";
const forget = (promise) => promise?.catch(() => {});

// Not to be had, not asked, refused, allowed.
export const may_notify = () => window.Notification ? ["default", "denied", "granted"].indexOf(Notification.permission) + 1 : 0;
export const ask_to_notify = async () => {
  await forget(Notification.requestPermission());
  dispatchEvent(new Event("yoke-notify"));
};

const worker = () => navigator.serviceWorker?.getRegistration();
export const notify = async (title, body) => {
  // Whoever looks at the page sees it there.
  if (document.hasFocus() || may_notify() < 3) return;
  const more = { body, tag: TAG };
  try {
    const registered = await worker();
    // Android knows only those of a service worker.
    if (registered) await registered.showNotification(title, more);
    else new Notification(title, more);
  } catch { /* The page says it all the same. */ }
};
export const mark = async (on) => {
  forget(on ? navigator.setAppBadge?.() : navigator.clearAppBadge?.());
  if (!on) (await forget((await forget(worker()))?.getNotifications({ tag: TAG })))?.forEach((shown) => shown.close());
};
