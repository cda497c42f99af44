terraform {
  required_providers {
    proxlb = { source = "proxlb/proxlb" }
  }
}

# Endpoint and token come from PROXMOX_VE_ENDPOINT and PROXMOX_VE_API_TOKEN, as with the bpg provider.
provider "proxlb" {
  ca_certificate = file(var.ca_file)
}

variable "ca_file" {
  type        = string
  description = "Certificate of the authority that signed the cluster's certificate."
}

# What would have to move so that every rule holds and memory is balanced to within ten points? Nothing is moved here.
data "proxlb_migration_plan" "this" {
  policy = { balanciness = 10 }
}

# What would have to move if pve3 went into maintenance?
data "proxlb_migration_plan" "without_pve3" {
  assume_maintenance = ["pve3"]
}

# Would two more databases fit, on which nodes, and what would have to move for them? None of them has to exist.
data "proxlb_migration_plan" "with_new_guests" {
  assume_guests = {
    for key in ["db2", "db3"] : key => {
      name           = key
      cpu_cores      = 4
      memory_mib     = 8192
      tags           = ["plb_anti_affinity_db"]
      excluded_nodes = ["pve3"]
    }
  }
}

# A table for the description of a pull request.
output "markdown" {
  value = data.proxlb_migration_plan.this.markdown
}

output "evacuation" {
  value = {
    for migration in data.proxlb_migration_plan.without_pve3.migrations : migration.name => migration.to_node
  }
}

output "unresolved" {
  value = data.proxlb_migration_plan.without_pve3.unresolved
}

output "nodes_of_new_guests" {
  value = data.proxlb_migration_plan.with_new_guests.assumed_assignments
}
