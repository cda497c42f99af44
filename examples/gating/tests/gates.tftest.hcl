# Does every gate stop what it is meant to stop? Asked of captured clusters, so that no cluster is needed: run `tofu test` or
# `terraform test`.

variables {
  ca_file = "tests/open.json" # any file, as no connection is made
}

provider "proxlb" {
  snapshot_file = "tests/open.json"
}

provider "proxlb" {
  alias         = "broken"
  snapshot_file = "tests/broken.json"
}

provider "proxlb" {
  alias         = "uneven"
  snapshot_file = "tests/uneven.json"
}

run "a_sound_cluster_passes" {
  command = plan
}

run "a_broken_rule_stops_the_run" {
  command = plan

  providers = {
    proxlb = proxlb.broken
  }

  expect_failures = [data.proxlb_migration_plan.this]
}

run "an_uneven_load_warns" {
  command = plan

  providers = {
    proxlb = proxlb.uneven
  }

  expect_failures = [check.balance]
}

run "guests_that_fit_nowhere_stop_the_run" {
  command = plan

  variables {
    new_guests = { warehouse = { cpu_cores = 2, memory_mib = 131072 } }
  }

  expect_failures = [data.proxlb_migration_plan.with_new_guests]
}
