terraform {
  required_providers {
    proxlb = { source = "proxlb/proxlb" }
  }

  # Keep the state where both jobs of the pipeline find it, for example:
  # backend "http" {}
}

# Endpoint and token come from PROXMOX_VE_ENDPOINT and PROXMOX_VE_API_TOKEN, which are secrets of the pipeline.
provider "proxlb" {
  ca_certificate = file(var.ca_file)
}

variable "ca_file" {
  type        = string
  description = "Certificate of the authority that signed the cluster's certificate; on a node it is /etc/pve/pve-root-ca.pem."
}

data "proxlb_migration_plan" "this" {
  policy = { balanciness = 10 }
}

resource "proxlb_balance" "this" {
  policy     = data.proxlb_migration_plan.this.effective_policy
  migrations = data.proxlb_migration_plan.this.migrations
}

# No outputs: one that changes would count as a change of the plan (-detailed-exitcode). The pipelines take the table out of the
# saved plan.
