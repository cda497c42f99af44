# Asked of captured clusters, so that no cluster is needed: run `tofu test` or `terraform test`.

variables {
  ca_file = "tests/before.json" # any file, as no connection is made
}

provider "proxlb" {
  snapshot_file = "tests/before.json"
}

provider "proxlb" {
  alias         = "after"
  snapshot_file = "tests/after.json"
}

run "new_guests_get_the_nodes_with_room" {
  assert {
    condition     = output.node_of_db == "pve2"
    error_message = "pve2 is empty, so the database belongs there."
  }

  assert {
    condition     = length(distinct(values(data.proxlb_best_node.web.assignments))) == 2
    error_message = "The web servers have to keep apart."
  }
}

# The guests exist by now, and another one has filled pve2.
run "guests_that_exist_keep_their_node" {
  command = plan

  providers = {
    proxlb = proxlb.after
  }

  assert {
    condition     = output.node_of_db == "pve2" && data.proxlb_best_node.db.existing
    error_message = "The database exists on pve2 and should be answered with it."
  }

  assert {
    condition     = data.proxlb_best_node.web.assignments == tomap({ web3 = "pve2", web4 = "pve1" })
    error_message = "The web servers should be answered with the nodes that they are on."
  }
}
