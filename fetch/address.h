/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which network addresses are public.  A page, a redirect or a name server
 * must not be able to make fetch ask a machine of the network that it runs
 * in, so the address that was resolved is looked at, not the name.
 *
 * Not public: 0/8, 10/8, 100.64/10, 127/8, 169.254/16, 172.16/12, 192.0.0/24,
 * 192.168/16, 198.18/15, 224/3; ::, ::1, fc00::/7, fe80::/10, fec0::/10,
 * ff00::/8; IPv6 addresses that carry one of these IPv4 addresses (mapped,
 * compatible, 64:ff9b::/96, 2002::/16), and all that carry one in a way of
 * their own (64:ff9b:1::/48, Teredo's 2001::/32).  Families other than IP.
 */
#ifndef SAYSO_ADDRESS_H
#define SAYSO_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

bool address_is_public(const struct sockaddr *address);

#endif
