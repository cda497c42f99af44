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

variable "new_guests" {
  type = map(object({ cpu_cores = number, memory_mib = number }))
  default = {
    web3 = { cpu_cores = 2, memory_mib = 8192 }
  }
  description = "Guests that are about to be created."
}

# A broken rule stops the run.
data "proxlb_migration_plan" "this" {
  lifecycle {
    postcondition {
      condition     = self.violations_before == 0
      error_message = "Rules of the cluster are broken.\n${self.markdown}"
    }
  }
}

# An uneven load only warns.
check "balance" {
  assert {
    condition     = data.proxlb_migration_plan.this.balanced
    error_message = data.proxlb_migration_plan.this.markdown
  }
}

# New guests that fit nowhere stop the run before any of them is created.
data "proxlb_migration_plan" "with_new_guests" {
  assume_guests = { for name, size in var.new_guests : name => merge(size, { name = name }) }

  lifecycle {
    postcondition {
      condition     = alltrue([for entry in self.unresolved : entry.kind != "capacity"])
      error_message = "The new guests do not fit. ${join(" ", self.unresolved[*].reason)}"
    }
  }
}
