/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A web server for tests, on 127.0.0.1 only: a static site for many hosts,
 * and named faults.
 *
 *   server --root DIR [--port N] [--log FILE] [--port-file FILE]
 *          [--with-parent]
 *
 * Files: DIR/HOST/PATH?QUERY, else DIR/HOST/PATH (see server_find.c).
 * DIR is looked up anew for each request: it may be a symbolic link that a
 * test points elsewhere.  Faults: /fault/NAME/... under any host (see
 * server_faults.c).  Port 0, the default, takes a free one; the port file
 * appears complete or not at all.  No Date field is ever sent, so equal
 * requests get equal bytes.  SIGTERM and SIGINT end it with exit code 0;
 * with --with-parent so does the end of its standard input.
 * Exit codes: 0 ended when told to, 1 could not run, 2 usage.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "server_http.h"

#define STACK_SIZE (256u << 10)

struct options {
	const char *root;
	const char *log;
	const char *port_file;
	unsigned short port;
	bool with_parent;
};

struct job {
	const char *root;
	struct conn conn;
};

static int wake_pipe[2] = { -1, -1 };

static void
on_signal(int sig)
{
	int saved = errno;

	(void)sig;
	if (write(wake_pipe[1], "x", 1) < 0) {
		/* the pipe is full: the loop wakes up all the same */
	}
	errno = saved;
}

static int
port_parse(const char *text, unsigned short *port)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(text, &end, 10);
	if (errno != 0 || *text == '\0' || *end != '\0' || n < 0 || n > 65535)
		return -1;
	*port = (unsigned short)n;
	return 0;
}

static int
options_parse(struct options *o, int argc, char **argv)
{
	int i;

	memset(o, 0, sizeof *o);
	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--with-parent") == 0) {
			o->with_parent = true;
			continue;
		}
		if (i + 1 == argc)
			return -1;
		if (strcmp(argv[i], "--root") == 0)
			o->root = argv[++i];
		else if (strcmp(argv[i], "--log") == 0)
			o->log = argv[++i];
		else if (strcmp(argv[i], "--port-file") == 0)
			o->port_file = argv[++i];
		else if (strcmp(argv[i], "--port") == 0 &&
		    port_parse(argv[i + 1], &o->port) == 0)
			i++;
		else
			return -1;
	}
	return o->root != NULL ? 0 : -1;
}

/* Returns the listening socket or -1; *port becomes the port in use. */
static int
socket_listen(unsigned short *port)
{
	struct sockaddr_in addr = { .sin_family = AF_INET };
	socklen_t len = sizeof addr;
	int fd, on = 1;

	addr.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	addr.sin_port = htons(*port);
	fd = socket(AF_INET, SOCK_STREAM, 0);
	if (fd < 0)
		return -1;
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
	    fcntl(fd, F_SETFL, O_NONBLOCK) != 0 ||
	    bind(fd, (struct sockaddr *)&addr, sizeof addr) != 0 ||
	    listen(fd, 256) != 0 ||
	    getsockname(fd, (struct sockaddr *)&addr, &len) != 0) {
		close(fd);
		return -1;
	}
	*port = ntohs(addr.sin_port);
	return fd;
}

static int
port_write(const char *path, unsigned short port)
{
	char tmp[4096];
	FILE *f;
	int n, bad;

	n = snprintf(tmp, sizeof tmp, "%s.tmp.%ld", path, (long)getpid());
	if (n < 0 || (size_t)n >= sizeof tmp)
		return -1;
	f = fopen(tmp, "w");
	if (f == NULL)
		return -1;
	bad = fprintf(f, "%u\n", (unsigned)port) < 0;
	if (fclose(f) != 0 || bad || rename(tmp, path) != 0) {
		unlink(tmp);
		return -1;
	}
	return 0;
}

static void *
conn_serve(void *arg)
{
	struct job *job = arg;
	struct request *req = malloc(sizeof *req);
	int status = 0;

	while (req != NULL && status == 0) {
		if (request_read(&job->conn, req) != 1)
			break;
		if (!fault_serve(&job->conn, req, &status))
			status = file_serve(job->root, &job->conn, req);
		if (req->close)
			status = -1;
	}
	close(job->conn.fd);
	free(req);
	free(job);
	return NULL;
}

static int
conn_start(const char *root, int fd)
{
	struct timeval idle = { .tv_sec = SERVER_IDLE_S };
	pthread_attr_t attr;
	pthread_t thread;
	struct job *job;
	int on = 1, flags, rc = -1;

	flags = fcntl(fd, F_GETFL);
	job = malloc(sizeof *job);
	if (job == NULL || flags < 0 ||
	    fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) != 0 ||
	    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0 ||
	    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &idle, sizeof idle) != 0 ||
	    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &idle, sizeof idle) != 0 ||
	    pthread_attr_init(&attr) != 0) {
		free(job);
		return -1;
	}
	job->root = root;
	job->conn.fd = fd;
	job->conn.len = 0;
	if (pthread_attr_setstacksize(&attr, STACK_SIZE) == 0 &&
	    pthread_attr_setdetachstate(&attr,
	    PTHREAD_CREATE_DETACHED) == 0 &&
	    pthread_create(&thread, &attr, conn_serve, job) == 0)
		rc = 0;
	pthread_attr_destroy(&attr);
	if (rc != 0)
		free(job);
	return rc;
}

/* True while the parent holds the other end of standard input open. */
static bool
parent_lives(void)
{
	char drop[256];

	return read(STDIN_FILENO, drop, sizeof drop) > 0;
}

static int
server_run(const struct options *o, int listener)
{
	struct pollfd p[3] = {
		{ .fd = listener, .events = POLLIN },
		{ .fd = wake_pipe[0], .events = POLLIN },
		{ .fd = o->with_parent ? STDIN_FILENO : -1, .events = POLLIN },
	};

	for (;;) {
		int fd;

		if (poll(p, 3, -1) < 0) {
			if (errno == EINTR)
				continue;
			return 1;
		}
		if (p[1].revents != 0)
			return 0;
		if (p[2].revents != 0 && !parent_lives())
			return 0;
		if (p[0].revents == 0)
			continue;
		fd = accept(listener, NULL, NULL);
		if (fd >= 0 && conn_start(o->root, fd) != 0)
			close(fd);
	}
}

static int
signals_set(void)
{
	struct sigaction sa;

	if (pipe(wake_pipe) != 0)
		return -1;
	memset(&sa, 0, sizeof sa);
	sa.sa_handler = on_signal;
	if (sigaction(SIGTERM, &sa, NULL) != 0 ||
	    sigaction(SIGINT, &sa, NULL) != 0)
		return -1;
	sa.sa_handler = SIG_IGN;
	return sigaction(SIGPIPE, &sa, NULL);
}

int
main(int argc, char **argv)
{
	struct options o;
	FILE *log = NULL;
	int listener;

	if (options_parse(&o, argc, argv) != 0) {
		fprintf(stderr, "usage: server --root DIR [--port N] "
		    "[--log FILE] [--port-file FILE] [--with-parent]\n");
		return 2;
	}
	if (o.log != NULL && (log = fopen(o.log, "a")) == NULL) {
		fprintf(stderr, "server: %s: %s\n", o.log, strerror(errno));
		return 1;
	}
	log_open(log);
	listener = socket_listen(&o.port);
	if (listener < 0 || signals_set() != 0) {
		fprintf(stderr, "server: port %u: %s\n", (unsigned)o.port,
		    strerror(errno));
		return 1;
	}
	if (o.port_file != NULL && port_write(o.port_file, o.port) != 0) {
		fprintf(stderr, "server: %s: %s\n", o.port_file,
		    strerror(errno));
		return 1;
	}
	return server_run(&o, listener);
}
