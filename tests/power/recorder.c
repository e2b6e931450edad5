/* LD_PRELOAD: notes every change that this process makes to files under POWER_ROOT, in the order in
 * which it happened, in the file POWER_LOG. `tests/power/record.py` reads that file.
 *
 * One record: struct head, then the path, then what the call brought (bytes, or a second path).
 * A lock is held over the call and its note, so that the order noted is the order on the disk.
 * Memory-mapped writes are not seen; of the program's files only SQLite's -shm is mapped, which is
 * made anew at every opening. `record.py` proves that nothing else was missed: all records together
 * give the very files that the process left.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MADE = 1, WROTE, CUT, SYNCED, RENAMED, REMOVED, LINKED, FOLDER };

struct head {
    uint8_t what;
    uint64_t inode;
    uint64_t at;
    uint32_t path;
    uint32_t data;
} __attribute__((packed));

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1;

#define REAL(result, name, ...)                               \
    static result (*real)(__VA_ARGS__);                       \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t real_write(int handle, const void *bytes, size_t count) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(handle, bytes, count);
}

__attribute__((constructor)) static void begin(void) {
    const char *under = getenv("POWER_ROOT"), *log = getenv("POWER_LOG");
    if (!under || !log || !realpath(under, root)) return;
    root_length = strlen(root);
    int first = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    /* Far away from the numbers that a program is used to. */
    log_file = fcntl(first, F_DUPFD_CLOEXEC, 900);
    close(first);
}

static void put(const void *bytes, size_t count) {
    const char *left = bytes;
    while (count) {
        ssize_t done = real_write(log_file, left, count);
        if (done < 0) {
            static const char why[] = "the recorder can't write\n";
            real_write(2, why, sizeof why - 1);
            _exit(70);
        }
        left += done;
        count -= (size_t)done;
    }
}

static void note(uint8_t what, uint64_t inode, uint64_t at, const char *path, const void *data,
                 size_t count) {
    struct head head = {what, inode, at, (uint32_t)strlen(path), (uint32_t)count};
    put(&head, sizeof head);
    put(path, head.path);
    put(data, count);
}

static int inside(const char *path) {
    return !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

/* The path of an open file, if it lies under the root and is a file or a folder. */
static int known(int handle, char *path, struct stat *state) {
    int was = errno, found = 0;
    char link[64];
    if (log_file >= 0 && handle != log_file) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
        ssize_t length = readlink(link, path, PATH_MAX - 1);
        if (length > 0) {
            path[length] = 0;
            found = inside(path) && !fstat(handle, state) &&
                    (S_ISREG(state->st_mode) || S_ISDIR(state->st_mode));
        }
    }
    errno = was;
    return found;
}

/* The whole path of a name, its folder resolved, the name itself not. */
static int named(int folder, const char *name, char *path) {
    char whole[PATH_MAX], parent[PATH_MAX];
    int was = errno;
    if (log_file < 0) return 0;
    if (name[0] == '/' || folder == AT_FDCWD) {
        snprintf(whole, sizeof whole, "%s", name);
    } else {
        char link[64], at[PATH_MAX];
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        ssize_t length = readlink(link, at, sizeof at - 1);
        if (length <= 0) return 0;
        at[length] = 0;
        if (snprintf(whole, sizeof whole, "%s/%s", at, name) >= (int)sizeof whole) return 0;
    }
    char *slash = strrchr(whole, '/');
    const char *last = slash ? slash + 1 : whole;
    if (slash) *slash = 0;
    int found = realpath(slash ? (*whole ? whole : "/") : ".", parent) != NULL &&
                snprintf(path, PATH_MAX, "%s/%s", parent, last) < PATH_MAX && inside(path);
    errno = was;
    return found;
}

static int opened(const char *function, int folder, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    struct stat before, after;
    int (*real)(int, const char *, int, ...) = dlsym(RTLD_NEXT, function);
    if (!(flags & (O_CREAT | O_TRUNC)) || !named(folder, name, path))
        return real(folder, name, flags, mode);
    pthread_mutex_lock(&turn);
    int is_new = lstat(path, &before) != 0;
    errno = 0;
    int handle = real(folder, name, flags, mode), was = errno;
    if (handle >= 0 && !fstat(handle, &after) && S_ISREG(after.st_mode)) {
        if (is_new)
            note(MADE, after.st_ino, 0, path, "", 0);
        else if (flags & O_TRUNC)
            note(CUT, after.st_ino, 0, path, "", 0);
    }
    pthread_mutex_unlock(&turn);
    errno = was;
    return handle;
}

#define MODE(flags)                                   \
    mode_t mode = 0;                                  \
    if ((flags) & (O_CREAT | __O_TMPFILE)) {          \
        va_list more;                                 \
        va_start(more, flags);                        \
        mode = (mode_t)va_arg(more, int);             \
        va_end(more);                                 \
    }

int open(const char *name, int flags, ...) {
    MODE(flags)
    return opened("openat", AT_FDCWD, name, flags, mode);
}

int open64(const char *name, int flags, ...) {
    MODE(flags)
    return opened("openat64", AT_FDCWD, name, flags, mode);
}

int openat(int folder, const char *name, int flags, ...) {
    MODE(flags)
    return opened("openat", folder, name, flags, mode);
}

int openat64(int folder, const char *name, int flags, ...) {
    MODE(flags)
    return opened("openat64", folder, name, flags, mode);
}

/* Notes `done` bytes of `parts` at `at`; with the lock held. */
static void wrote(const char *path, const struct stat *state, off_t at, const struct iovec *parts,
                  int count, ssize_t done) {
    for (int part = 0; part < count && done > 0; part++) {
        size_t some = parts[part].iov_len < (size_t)done ? parts[part].iov_len : (size_t)done;
        note(WROTE, state->st_ino, (uint64_t)at, path, parts[part].iov_base, some);
        at += (off_t)some;
        done -= (ssize_t)some;
    }
}

#define NOTED(call, place, parts, count)                            \
    char path[PATH_MAX];                                            \
    struct stat state;                                              \
    if (!known(handle, path, &state) || !S_ISREG(state.st_mode)) return call; \
    pthread_mutex_lock(&turn);                                      \
    off_t at = place;                                               \
    ssize_t done = call;                                            \
    int was = errno;                                                \
    wrote(path, &state, at, parts, count, done);                    \
    pthread_mutex_unlock(&turn);                                    \
    errno = was;                                                    \
    return done

static off_t place_of(int handle) {
    struct stat state;
    if (fcntl(handle, F_GETFL) & O_APPEND) return fstat(handle, &state) ? 0 : state.st_size;
    return lseek(handle, 0, SEEK_CUR);
}

ssize_t write(int handle, const void *bytes, size_t count) {
    struct iovec whole = {(void *)bytes, count};
    NOTED(real_write(handle, bytes, count), place_of(handle), &whole, 1);
}

ssize_t pwrite(int handle, const void *bytes, size_t count, off_t to) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    struct iovec whole = {(void *)bytes, count};
    NOTED(real(handle, bytes, count, to), to, &whole, 1);
}

ssize_t pwrite64(int handle, const void *bytes, size_t count, off64_t to) {
    return pwrite(handle, bytes, count, to);
}

ssize_t writev(int handle, const struct iovec *parts, int count) {
    REAL(ssize_t, "writev", int, const struct iovec *, int);
    NOTED(real(handle, parts, count), place_of(handle), parts, count);
}

ssize_t pwritev(int handle, const struct iovec *parts, int count, off_t to) {
    REAL(ssize_t, "pwritev", int, const struct iovec *, int, off_t);
    NOTED(real(handle, parts, count, to), to, parts, count);
}

ssize_t pwritev64(int handle, const struct iovec *parts, int count, off64_t to) {
    return pwritev(handle, parts, count, to);
}

/* Whoever copies by these falls back to read and write, which are noted. */
ssize_t sendfile(int to, int from, off_t *at, size_t count) {
    REAL(ssize_t, "sendfile", int, int, off_t *, size_t);
    char path[PATH_MAX];
    struct stat state;
    if (!known(to, path, &state)) return real(to, from, at, count);
    errno = ENOTSOCK;
    return -1;
}

ssize_t sendfile64(int to, int from, off64_t *at, size_t count) {
    return sendfile(to, from, at, count);
}

int ftruncate(int handle, off_t size) {
    REAL(int, "ftruncate", int, off_t);
    char path[PATH_MAX];
    struct stat state;
    if (!known(handle, path, &state)) return real(handle, size);
    pthread_mutex_lock(&turn);
    int done = real(handle, size), was = errno;
    if (!done) note(CUT, state.st_ino, (uint64_t)size, path, "", 0);
    pthread_mutex_unlock(&turn);
    errno = was;
    return done;
}

int ftruncate64(int handle, off64_t size) { return ftruncate(handle, size); }

static int synced(const char *function, int handle) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, function);
    char path[PATH_MAX];
    struct stat state;
    if (!known(handle, path, &state)) return real(handle);
    pthread_mutex_lock(&turn);
    int done = real(handle), was = errno;
    if (!done) note(SYNCED, state.st_ino, S_ISDIR(state.st_mode), path, "", 0);
    pthread_mutex_unlock(&turn);
    errno = was;
    return done;
}

int fsync(int handle) { return synced("fsync", handle); }
int fdatasync(int handle) { return synced("fdatasync", handle); }

static int two_names(const char *function, uint8_t what, int one, const char *from, int other,
                     const char *to, int flags) {
    int (*real)(int, const char *, int, const char *, int) = dlsym(RTLD_NEXT, function);
    char source[PATH_MAX], target[PATH_MAX];
    struct stat state;
    int here = named(one, from, source), there = named(other, to, target);
    if (!here && !there) return real(one, from, other, to, flags);
    pthread_mutex_lock(&turn);
    memset(&state, 0, sizeof state);
    lstat(here ? source : from, &state);
    int done = real(one, from, other, to, flags), was = errno;
    if (!done) {
        const char *name = here ? source : "", *second = there ? target : "";
        note(what, state.st_ino, 0, name, second, strlen(second));
    }
    pthread_mutex_unlock(&turn);
    errno = was;
    return done;
}

int rename(const char *from, const char *to) {
    return two_names("renameat2", RENAMED, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat(int one, const char *from, int other, const char *to) {
    return two_names("renameat2", RENAMED, one, from, other, to, 0);
}

int renameat2(int one, const char *from, int other, const char *to, unsigned flags) {
    return two_names("renameat2", RENAMED, one, from, other, to, (int)flags);
}

int link(const char *from, const char *to) {
    return two_names("linkat", LINKED, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int linkat(int one, const char *from, int other, const char *to, int flags) {
    return two_names("linkat", LINKED, one, from, other, to, flags);
}

int unlinkat(int folder, const char *name, int flags) {
    REAL(int, "unlinkat", int, const char *, int);
    char path[PATH_MAX];
    struct stat state;
    if (flags || !named(folder, name, path) || lstat(path, &state)) return real(folder, name, flags);
    pthread_mutex_lock(&turn);
    int done = real(folder, name, flags), was = errno;
    if (!done) note(REMOVED, state.st_ino, 0, path, "", 0);
    pthread_mutex_unlock(&turn);
    errno = was;
    return done;
}

int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

int mkdirat(int folder, const char *name, mode_t mode) {
    REAL(int, "mkdirat", int, const char *, mode_t);
    char path[PATH_MAX];
    if (!named(folder, name, path)) return real(folder, name, mode);
    pthread_mutex_lock(&turn);
    int done = real(folder, name, mode), was = errno;
    if (!done) note(FOLDER, 0, 0, path, "", 0);
    pthread_mutex_unlock(&turn);
    errno = was;
    return done;
}

int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }
