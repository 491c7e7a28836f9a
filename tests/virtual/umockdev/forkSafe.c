/*
 * [Note: umockdev and fork] umockdev's preload library guards its path table with a mutex. A child that is forked while
 * another thread holds that mutex waits for it for ever in its first open(), before it gets to exec; and whoever waits for
 * the child waits with it. A browser forks for the desktop's own tools when an app is installed, and for some helpers. So a
 * fork takes the mutex first: whoever had it is done by then, and parent and child each let their own go.
 *
 * Preloaded in front of umockdev's library, which exports the mutex. Declarations by hand: the small compiler that makes
 * it brings no headers.
 */
extern int __fork(void);
extern int pthread_mutex_lock(void *mutex);
extern int pthread_mutex_unlock(void *mutex);
extern char trap_path_lock[];

int fork(void) {
  int child;
  pthread_mutex_lock(trap_path_lock);
  child = __fork();
  pthread_mutex_unlock(trap_path_lock);
  return child;
}
